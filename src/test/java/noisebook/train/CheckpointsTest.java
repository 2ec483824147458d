package noisebook.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import noisebook.data.DataSet;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.data.Split;
import noisebook.nn.Linear;
import noisebook.nn.Network;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointsTest {
    private static final ImageSet DIGITS = DrawnDigits.of("digits", 4, 1);
    private static final Split SPLIT = new Split(DataSet.DRAWN_DIGITS, DIGITS, DIGITS);

    @TempDir
    private Path home;

    private @Nullable String before;

    @BeforeEach
    void moveHome() {
        before = System.setProperty("noisebook.home", home.toString());
    }

    @AfterEach
    void moveBack() {
        if (before == null) {
            System.clearProperty("noisebook.home");
        } else {
            System.setProperty("noisebook.home", before);
        }
    }

    private static Recipe<Linear> recipe(String name) {
        return new Recipe<>(name, () -> new Linear(1, 1), TrainingOptions.of(1, 1, 1), (model, data, options) -> {
            throw new AssertionError("nothing is trained here");
        });
    }

    private static void save(Recipe<?> recipe, long seed, Map<String, String> metadata) throws IOException {
        Path file = Checkpoints.file(DataSet.DRAWN_DIGITS, recipe.name());
        Files.createDirectories(file.getParent());
        try (Network model = recipe.model().get()) {
            model.initialize(seed);
            Checkpoint.save(file, model, metadata);
        }
    }

    @Test
    void weightsTrainedWithOtherWeightsAreRefusedWithBothNames() throws IOException {
        Recipe<Linear> eye = recipe("eye");
        Recipe<Linear> painter = recipe("painter").needing("eye");
        save(eye, 1, Checkpoints.metadata(eye, SPLIT, "test"));
        save(painter, 1, Checkpoints.metadata(painter, SPLIT, "test"));
        assertThat(Checkpoints.load(painter, SPLIT).parameterCount()).isEqualTo(2);
        save(eye, 2, Checkpoints.metadata(eye, SPLIT, "test"));
        assertThatThrownBy(() -> Checkpoints.load(painter, SPLIT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("painter for drawn digits were trained with other weights of eye")
                .hasMessageContaining("./noisebook train painter --data drawn");
    }

    @Test
    void weightsThatDoNotSayWhatTheyWereTrainedWithAreTaken() throws IOException {
        Recipe<Linear> painter = recipe("painter").needing("eye");
        save(painter, 1, painter.metadata(SPLIT, "test"));
        assertThat(Checkpoints.load(painter, SPLIT).parameterCount()).isEqualTo(2);
    }

    @Test
    void whatIsNeededMustBeThereBeforeATraining() {
        assertThatThrownBy(() -> Checkpoints.metadata(recipe("painter").needing("eye"), SPLIT, "test"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("painter needs the weights of eye for drawn digits")
                .hasMessageContaining("./noisebook train eye --data drawn");
    }
}
