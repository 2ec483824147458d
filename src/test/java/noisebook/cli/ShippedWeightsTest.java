package noisebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.nn.Network;
import noisebook.train.Checkpoint;
import noisebook.train.Checkpoints;
import noisebook.train.Recipe;
import noisebook.zoo.Recipes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShippedWeightsTest {
    static Stream<Recipe<?>> recipes() {
        return Recipes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void networksAnswerAsWhenTheirWeightsWereWritten(Recipe<?> recipe) throws IOException {
        for (DataSet set : new DataSet[] {DataSet.DRAWN_DIGITS, DataSet.MNIST}) {
            Path file = Checkpoints.file(set, recipe.name());
            if (!Files.exists(file)) {
                continue; // trained in the notebook
            }
            try (Network model = recipe.model().get()) {
                assertThat(Checkpoint.load(file, model, Map.of("dataset", set.id())))
                        .as("metadata of %s", file)
                        .containsEntry("recipe", recipe.name())
                        .containsKeys("answer", "options", "data-sha256", "noisebook");
            }
        }
    }

    @Test
    void drawnDigitsAreStillThoseTheWeightsWereTrainedOn() throws IOException {
        String now = DataSets.load(DataSet.DRAWN_DIGITS).train().sha256();
        for (Recipe<?> recipe : Recipes.all()) {
            Path file = Checkpoints.file(DataSet.DRAWN_DIGITS, recipe.name());
            if (Files.exists(file)) {
                try (Network model = recipe.model().get()) {
                    assertThat(Checkpoint.load(file, model, Map.of()))
                            .as("%s", file)
                            .containsEntry("data-sha256", now);
                }
            }
        }
    }
}
