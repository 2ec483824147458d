package noisebook.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import noisebook.data.DataSet;
import noisebook.data.Split;
import noisebook.nn.Linear;
import noisebook.notebook.MimeBundle;
import noisebook.notebook.Notebook;
import noisebook.notebook.Sink;
import noisebook.tensor.Compute;
import noisebook.train.Batches;
import noisebook.train.Checkpoint;
import noisebook.train.Checkpoints;
import noisebook.train.Loss;
import noisebook.train.Recipe;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class LessonTest {
    /** Learns the mean of the pixels of an image from one input, a constant. */
    private static final Recipe<Linear> RECIPE = new Recipe<>(
            "tiny",
            () -> new Linear(784, 1),
            TrainingOptions.of(30, 64, 1e-3).withReportEvery(10),
            (model, data, options) -> TrainingLoop.of(
                    model,
                    Batches.of(data.train()),
                    (batch, random) -> Loss.of(model.forward(batch.head().reshape(-1, 784))
                            .sub(1)
                            .square()
                            .mean()),
                    options));

    @TempDir
    private Path home;

    private final List<MimeBundle> shown = new ArrayList<>();
    private Sink before;

    @BeforeEach
    void listen() {
        before = Notebook.redirect(new Sink() {
            @Override
            public void display(String id, MimeBundle content) {
                shown.add(content);
            }

            @Override
            public void update(String id, MimeBundle content) {
                shown.add(content);
            }
        });
        System.setProperty("noisebook.home", home.toString());
        System.setProperty("noisebook.dataset", "drawn");
    }

    @AfterEach
    void restore() {
        Notebook.redirect(before);
        for (String name : new String[] {"home", "dataset", "seed", "train"}) {
            System.clearProperty("noisebook." + name);
        }
    }

    private String words() {
        return String.join("\n", shown.stream().map(MimeBundle::plain).toList());
    }

    private void saveCheckpoint(Linear model, Split data, String asDataSet) throws IOException {
        var metadata = RECIPE.metadata(data, "test");
        metadata.put("dataset", asDataSet);
        Path file = Checkpoints.file(DataSet.DRAWN_DIGITS, "tiny");
        Files.createDirectories(file.getParent());
        Checkpoint.save(file, model, metadata);
    }

    @Test
    void unknownLessonIsRefused() {
        assertThatThrownBy(() -> Lesson.open(0)).hasMessage("there are lessons 1 to 9, was 0");
        assertThatThrownBy(() -> Lesson.open(10)).hasMessage("there are lessons 1 to 9, was 10");
    }

    @Test
    void unknownDataSetIsRefused() {
        System.setProperty("noisebook.dataset", "cifar");
        assertThatThrownBy(() -> Lesson.open(1)).hasMessageContaining("unknown data set 'cifar'");
    }

    @Test
    void headerTellsDataDeviceSeedAndWhereModelsComeFrom() {
        System.setProperty("noisebook.seed", "7");
        Lesson lesson = Lesson.open(4);
        assertThat(lesson.toMime().plain())
                .contains("Lesson 4", "data: drawn digits", Compute.describe(), "seed 7", "models from checkpoints");
        Lesson.train(true);
        assertThat(Lesson.open(4).toMime().plain()).contains("seed 7", "models trained here");
    }

    @Test
    void valuesArePickedByDataSet() {
        assertThat(Lesson.open(1).pick("mnist", "drawn")).isEqualTo("drawn");
        System.setProperty("noisebook.dataset", "mnist");
        assertThat(Lesson.open(1).pick("mnist", "drawn")).isEqualTo("mnist");
    }

    @Test
    void figureMadeAgainReplacesTheOldOne() {
        Lesson lesson = Lesson.open(1);
        lesson.figure("1.1");
        lesson.figure("1.2");
        Figure again = lesson.figure("1.1");
        assertThat(lesson.figures()).hasSize(2).contains(again);
        assertThatThrownBy(() -> lesson.figure("1.99"))
                .hasMessage("there is no figure 1.99 in lesson-1.json: add it with its title, or make one of your own,"
                        + " lesson.figure(number, title)");
        assertThat(lesson.figure("1.99", "mine").title()).isEqualTo("mine");
    }

    @Test
    void modelWithoutShippedWeightsIsTrainedAndSaysSo() {
        Linear model = Lesson.open(1).model(RECIPE);
        assertThat(model.parameterCount()).isEqualTo(785);
        assertThat(words()).contains("tiny: no weights are shipped for drawn digits, training here", "tiny 30/30");
        assertThat(shown).anyMatch(content -> content.data().containsKey("image/png"));
    }

    @Test
    void shippedWeightsAreUsedAndSaidUnlessTrainingIsWanted() throws IOException {
        Lesson lesson = Lesson.open(1);
        Linear made = RECIPE.model().get();
        made.initialize(99);
        saveCheckpoint(made, lesson.digits(), "drawn");
        Linear loaded = lesson.model(RECIPE);
        assertThat(loaded.tensors().get("weight").toFloatArray()[0])
                .isCloseTo(made.tensors().get("weight").toFloatArray()[0], org.assertj.core.data.Offset.offset(1e-4f));
        assertThat(words()).isEqualTo("tiny: weights from a checkpoint trained on drawn digits");
        Lesson.train(true);
        Lesson.open(1).model(RECIPE);
        assertThat(words()).contains("tiny 30/30");
    }

    @Test
    void weightsForOtherDataAreNeverUsed() throws IOException {
        Lesson lesson = Lesson.open(1);
        Linear made = RECIPE.model().get();
        made.initialize(99);
        saveCheckpoint(made, lesson.digits(), "mnist");
        assertThatThrownBy(() -> lesson.model(RECIPE))
                .hasMessageContaining("is for dataset mnist, but drawn is needed");
    }

    @Test
    @Timeout(120)
    void stoppedTrainingKeepsModelAndLogAndSaysSo() {
        Recipe<Linear> endless = RECIPE.with(RECIPE.options().withSteps(1_000_000));
        Thread trainer = Thread.currentThread();
        Trained<Linear> trained = Lesson.open(1)
                .fit(
                        endless,
                        (live, model) -> live.beside(() -> {
                            trainer.interrupt();
                            return new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
                        }));
        Thread.interrupted(); // set again by the last picture
        assertThat(trained.log().outcome()).isEqualTo(TrainingLog.Outcome.INTERRUPTED);
        assertThat(trained.log().steps())
                .as("the first report after the interrupt is the last")
                .containsExactly(10);
        assertThat(words()).contains("tiny: stopped; the model and its losses so far are kept");
    }
}
