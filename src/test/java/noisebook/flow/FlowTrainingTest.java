package noisebook.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import noisebook.data.DataSet;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.data.Split;
import noisebook.denoising.Condition;
import noisebook.denoising.Denoiser;
import noisebook.denoising.DenoisingLoss;
import noisebook.denoising.ForwardProcess;
import noisebook.denoising.HeldOutLoss;
import noisebook.math.Prediction;
import noisebook.tensor.Compute;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Objective;
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

    private static final Denoiser ZERO = Denoiser.of(
            ForwardProcess.straight(), Prediction.VELOCITY, new Shape(1, 28, 28), (xt, t, about) -> xt.zerosLike());

    private static double mse(Denoiser model, ImageSet images) {
        return HeldOutLoss.of(images, 3).in(Prediction.VELOCITY).byClass().average(model);
    }

    private static Split split(int n) {
        return new Split(DataSet.DRAWN_DIGITS, digits(n), digits(n));
    }

    @Test
    void oneBatchIsLearntByHeart() {
        VelocityUNet model = new VelocityUNet(8);
        model.initialize(1);
        Objective loss = DenoisingLoss.in(Prediction.VELOCITY)
                .objective(model, in -> Tensors.signed(in.head()), in -> Condition.classes(in.get(1)));
        TrainingLog log = TrainingLoop.of(
                        model,
                        Batches.of(digits(8)),
                        (batch, random) -> {
                            Compute.seed(1, 0); // the same times and noise in every step
                            return loss.evaluate(batch, random);
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
            errors[k] = mse(training.model(), digits(100));
        }
        double zero = mse(ZERO, digits(100));
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
        assertThat(mse(resumed.model(), digits(50))).isEqualTo(mse(whole.model(), digits(50)));
    }

    @Test
    void theErrorOfAModelThatAnswersZeroIsTheSizeOfTheVelocity() {
        ImageSet images = digits(300);
        double square = 0;
        for (float pixel : images.images().values()) {
            square += Math.pow(2 * pixel - 1, 2);
        }
        double mse = mse(ZERO, images);
        assertThat(mse).isEqualTo(mse(ZERO, images));
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
