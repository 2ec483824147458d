package noisebook.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import noisebook.data.DataSet;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.data.Split;
import noisebook.denoising.ForwardProcess;
import noisebook.denoising.HeldOutLoss;
import noisebook.math.FittedGaussian;
import noisebook.math.LinearGaussianOptimum;
import noisebook.math.NoiseSchedule;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import noisebook.train.Recipe;
import noisebook.train.TrainingListener;
import org.junit.jupiter.api.Test;

final class LinearDenoiserTest {
    private static final int T = 300;

    @Test
    void trainingEndsAtTheLinearOptimumAndNotBelow() {
        ImageSet digits = DrawnDigits.of("digits", 6000, 1);
        ImageSet unseen = DrawnDigits.of("unseen", 1000, 2);
        Recipe.Training<LinearDenoiser> training =
                DiffusionRecipes.linear(T).start(new Split(DataSet.DRAWN_DIGITS, digits, unseen));
        training.loop().run(TrainingListener.NONE);

        double error = HeldOutLoss.of(unseen, 3).at(training.model(), T);
        assertThat(error / optimum(unseen)).isBetween(.97, 1.12);
    }

    private static double optimum(ImageSet images) {
        double[] signed = Arrays.stream(FittedGaussian.of(images.images().values(), images.numbers())
                        .eigenvalues())
                .map(v -> 4 * Math.max(v, 0))
                .toArray();
        return LinearGaussianOptimum.epsilonMse(
                signed, DiffusionRecipes.imageSchedule().alphaBar(T));
    }

    @Test
    void theCleanImageAndTheGuessedNoiseMakeUpTheNoisyOne() {
        NoiseSchedule schedule = DiffusionRecipes.imageSchedule();
        LinearDenoiser model = new LinearDenoiser(ForwardProcess.of(schedule), T);
        model.initialize(1);
        Compute.seed(1, 0);
        Images xt = Images.of(1, 28, 28, PixelRange.SIGNED, Scope.floats(m -> m.randomNormal(new Shape(2, 1, 28, 28))));
        float[] epsilon = Scope.floats(m -> {
            NDArray x = Tensors.images(m, xt);
            return model.predict(x, m.full(new Shape(2), T));
        });
        double alphaBar = schedule.alphaBar(T);
        float[] x0 = model.clean(xt).values();
        for (int i = 0; i < x0.length; i += 97) {
            assertThat(Math.sqrt(alphaBar) * x0[i] + Math.sqrt(1 - alphaBar) * epsilon[i])
                    .isEqualTo(xt.values()[i], within(1e-5));
        }
    }
}
