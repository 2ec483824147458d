package noisebook.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import noisebook.math.BernoulliEntropy;
import noisebook.math.GaussianKl;
import noisebook.tensor.Gradients;
import noisebook.tensor.Scope;
import noisebook.train.Loss;
import org.junit.jupiter.api.Test;

final class VaeLossTest {
    private static final double[] X = {0, .2, .5, 1, .9, .4};
    private static final double[] LOGITS = {-3, 0, 40, -.3, 2, -60};
    private static final double[] MU = {0, 1, -2, .3};
    private static final double[] LOG_VARIANCE = {0, -1, .5, -4};

    @Test
    void reconstructionIsTheCrossEntropySummedOverAnImage() {
        try (Scope scope = Scope.open()) {
            NDArray x = scope.manager().create(X, new Shape(2, 1, 1, 3));
            NDArray logits = scope.manager().create(LOGITS, new Shape(2, 1, 1, 3));
            double[] expected = new double[2];
            for (int i = 0; i < X.length; i++) {
                expected[i / 3] +=
                        Math.log1p(Math.exp(-Math.abs(LOGITS[i]))) + Math.max(LOGITS[i], 0) - X[i] * LOGITS[i];
            }
            assertThat(VaeLoss.reconstruction(logits, x).toDoubleArray()).containsExactly(expected, within(1e-9));
        }
    }

    @Test
    void noReconstructionIsBelowTheEntropyOfItsPixels() {
        try (Scope scope = Scope.open()) {
            double[] grey = {.2, .5, .9};
            double[] perfect =
                    Arrays.stream(grey).map(p -> Math.log(p / (1 - p))).toArray();
            double floor = BernoulliEntropy.perImage(new float[] {.2f, .5f, .9f}, 3);
            NDArray x = scope.manager().create(grey, new Shape(1, 3));
            NDArray logits = scope.manager().create(perfect, new Shape(1, 3));
            assertThat(VaeLoss.reconstruction(logits, x).toDoubleArray()[0]).isCloseTo(floor, within(1e-6));
            assertThat(VaeLoss.reconstruction(logits.add(.1), x).toDoubleArray()[0])
                    .isGreaterThan(floor + 1e-4);
        }
    }

    @Test
    void klEqualsItsClosedForm() {
        try (Scope scope = Scope.open()) {
            double[] kl = VaeLoss.kl(posterior(scope)).toDoubleArray();
            for (int i = 0; i < 2; i++) {
                double[] mu = Arrays.copyOfRange(MU, 2 * i, 2 * i + 2);
                double[] logVariance = Arrays.copyOfRange(LOG_VARIANCE, 2 * i, 2 * i + 2);
                assertThat(kl[i])
                        .isCloseTo(GaussianKl.toStandard(mu, logVariance).total(), within(1e-12));
            }
        }
    }

    @Test
    void theTotalWeighsTheKlTerm() {
        Vae vae = Vae.mlp(2, 8);
        vae.initialize(5);
        try (Scope scope = Scope.open()) {
            NDArray x = scope.manager().full(new Shape(3, 1, 28, 28), .3f);
            NDArray epsilon = scope.manager().ones(new Shape(3, 2));
            Loss plain = VaeLoss.of(vae, x, epsilon, 1);
            Loss weighted = VaeLoss.of(vae, x, epsilon, 16);
            double reconstruction = term(plain, VaeLoss.RECONSTRUCTION);
            double kl = term(plain, VaeLoss.KL);
            assertThat(kl).isPositive();
            assertThat(plain.total().getFloat()).isCloseTo((float) (reconstruction + kl), within(1e-3f));
            assertThat(weighted.total().getFloat()).isCloseTo((float) (reconstruction + 16 * kl), within(1e-3f));
            assertThat(term(weighted, VaeLoss.RECONSTRUCTION))
                    .as("the same epsilon gives the same code")
                    .isEqualTo(reconstruction);
        }
        vae.close();
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        try (Scope scope = Scope.open()) {
            NDArray x = scope.manager().create(X, new Shape(2, 3));
            NDArray logits = scope.manager().create(new double[] {-3, 0, 2, -.3, 2, -1}, new Shape(2, 3));
            Posterior posterior = posterior(scope);
            requireEqualGradients(y -> VaeLoss.reconstruction(y, x), logits);
            requireEqualGradients(mu -> VaeLoss.kl(new Posterior(mu, posterior.logVariance())), posterior.mu());
            requireEqualGradients(v -> VaeLoss.kl(new Posterior(posterior.mu(), v)), posterior.logVariance());
        }
    }

    private static void requireEqualGradients(UnaryOperator<NDArray> f, NDArray at) {
        double[] recorded = Gradients.of(f, at).toDoubleArray();
        double[] here = at.toDoubleArray();
        double step = 1e-5;
        for (int i = 0; i < here.length; i++) {
            double[] up = here.clone();
            double[] down = here.clone();
            up[i] += step;
            down[i] -= step;
            double rise = value(f, at, up) - value(f, at, down);
            assertThat(recorded[i]).as("entry " + i).isCloseTo(rise / (2 * step), within(1e-7));
        }
    }

    private static double value(UnaryOperator<NDArray> f, NDArray like, double[] point) {
        return f.apply(like.getManager().create(point, like.getShape())).sum().getDouble();
    }

    private static Posterior posterior(Scope scope) {
        Shape shape = new Shape(2, 2);
        return new Posterior(scope.manager().create(MU, shape), scope.manager().create(LOG_VARIANCE, shape));
    }

    private static double term(Loss loss, String name) {
        return Objects.requireNonNull(loss.terms().get(name)).getFloat();
    }
}
