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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ShippedWeightsTest {
    static Stream<Recipe<?>> recipes() {
        return Recipes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void networksAnswerAsWhenTheirWeightsWereWritten(Recipe<?> recipe) throws IOException {
        for (DataSet set : DataSet.values()) {
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

    @ParameterizedTest
    @EnumSource(names = {"DRAWN_DIGITS", "DRAWN_SCENES"})
    void whatIsDrawnIsStillWhatTheWeightsWereTrainedOn(DataSet set) throws IOException {
        String now = DataSets.load(set).train().sha256();
        for (Recipe<?> recipe : Recipes.all()) {
            Path file = Checkpoints.file(set, recipe.name());
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
