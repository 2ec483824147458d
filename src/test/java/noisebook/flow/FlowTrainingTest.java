package noisebook.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import noisebook.data.DataSet;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.data.Split;
import noisebook.tensor.Compute;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Recipe;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlowTrainingTest {
    private static ImageSet digits(int n) {
        return DrawnDigits.of("digits", n, 1);
    }

    private static Split split(int n) {
        return new Split(DataSet.DRAWN_DIGITS, digits(n), digits(n));
    }

    @Test
    void oneBatchIsLearntByHeart() {
        VelocityUNet model = new VelocityUNet(8);
        model.initialize(1);
        TrainingLog log = TrainingLoop.of(
                        model,
                        Batches.of(digits(8)),
                        (batch, random) -> {
                            Compute.seed(1, 0); // the same times and noise in every step
                            NDArray data = Tensors.signed(batch.head());
                            NDArray t = random.randomUniform(0, 1, batch.get(1).getShape());
                            NDArray noise = random.randomNormal(data.getShape());
                            return Loss.of(FlowLoss.of(model, data, t, noise, batch.get(1)));
                        },
                        TrainingOptions.of(400, 8, 5e-3).withReportEvery(1))
                .run(TrainingListener.NONE);
        assertThat(log.last("loss")).isLessThan(.15 * log.series("loss")[0]);
    }

    @Test
    void moreTimeTrainsAWiderNetwork() {
        Recipe<VelocityUNet> brief = FlowRecipes.digits(Duration.ofMinutes(1));
        Recipe<VelocityUNet> patient = FlowRecipes.digits(Duration.ofMinutes(5));
        assertThat(brief.model().get().parameterCount()).isEqualTo(294_692);
        assertThat(patient.model().get().parameterCount()).isEqualTo(590_964);
        assertThat(patient.options().steps()).isGreaterThan(brief.options().steps());
    }

    @Test
    void aFewStepsLowerTheHeldOutErrorAndTheSameSeedRepeatsThem() {
        Recipe<VelocityUNet> recipe = FlowRecipes.digits(Duration.ofMinutes(1));
        Recipe<VelocityUNet> small =
                new Recipe<>("flow", () -> new VelocityUNet(8), recipe.options().withSteps(60), recipe.loop());
        double[] errors = new double[2];
        for (int k = 0; k < 2; k++) {
            Recipe.Training<VelocityUNet> training = small.start(split(256));
            TrainingLog unused = training.loop().run(TrainingListener.NONE);
            errors[k] = HeldOutVelocity.mse(training.model(), digits(100), 3);
        }
        double zero = HeldOutVelocity.mse((xt, t, labels) -> xt.zerosLike(), digits(100), 3);
        assertThat(errors[0]).isLessThan(.85 * zero).isEqualTo(errors[1]);
    }

    @Test
    void aResumedRunEndsWithTheBytesOfAnUninterruptedOne(@TempDir Path folder) throws IOException {
        Recipe<VelocityUNet> recipe = FlowRecipes.digits(Duration.ofMinutes(1));
        TrainingOptions options = recipe.options().withSteps(12).withReportEvery(4);
        Recipe<VelocityUNet> small = new Recipe<>("flow", () -> new VelocityUNet(8), options, recipe.loop());
        Recipe.Training<VelocityUNet> whole = small.start(split(64));
        TrainingLog wholeLog = whole.loop().run(TrainingListener.NONE);

        Path file = folder.resolve("run.safetensors");
        TrainingLog stopped = small.start(split(64))
                .loop()
                .checkpointTo(file, 4)
                .run((progress, log) -> {
                    if (progress.step() == 8) {
                        Thread.currentThread().interrupt();
                    }
                });
        Recipe.Training<VelocityUNet> resumed = small.start(split(64));
        TrainingLog resumedLog = resumed.loop().resume(file).run(TrainingListener.NONE);
        assertThat(stopped.outcome()).isEqualTo(TrainingLog.Outcome.INTERRUPTED);
        assertThat(resumedLog.series("loss")).isEqualTo(wholeLog.series("loss"));
        assertThat(HeldOutVelocity.mse(resumed.model(), digits(50), 3))
                .isEqualTo(HeldOutVelocity.mse(whole.model(), digits(50), 3));
    }

    @Test
    void theErrorOfAModelThatAnswersZeroIsTheSizeOfTheVelocity() {
        ImageSet images = digits(300);
        double square = 0;
        for (float pixel : images.images().values()) {
            square += Math.pow(2 * pixel - 1, 2);
        }
        Velocity zero = (xt, t, labels) -> xt.zerosLike();
        double mse = HeldOutVelocity.mse(zero, images, 3);
        assertThat(mse).isEqualTo(HeldOutVelocity.mse(zero, images, 3));
        assertThat(mse)
                .isBetween(
                        1 + square / (images.size() * images.numbers()) - .02,
                        1 + square / (images.size() * images.numbers()) + .02);
    }

    @Test
    @Tag("slow")
    void threeThousandStepsLeaveNoTensorBehind() {
        Recipe<VelocityUNet> recipe = FlowRecipes.digits(Duration.ofMinutes(1));
        TrainingOptions options = TrainingOptions.of(3000, 1, 1e-3);
        int[] live = new int[2];
        TrainingLog unused = new Recipe<>("flow", () -> new VelocityUNet(8), options, recipe.loop())
                .start(split(64))
                .loop()
                .run((progress, log) -> {
                    if (progress.step() == 500) {
                        live[0] = Compute.liveTensors();
                    }
                    live[1] = Compute.liveTensors();
                });
        assertThat(live[1]).isEqualTo(live[0]).isPositive();
    }
}
