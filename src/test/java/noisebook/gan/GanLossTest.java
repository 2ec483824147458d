package noisebook.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import noisebook.tensor.GradMode;
import noisebook.tensor.Gradients;
import noisebook.tensor.Scope;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class GanLossTest {
    private static final float[] REAL = {2, -1.5f, 0, .3f, 30};
    private static final float[] FAKE = {-2.5f, 1, 0, -.7f, -60};
    private static final Offset<Double> FLOAT = within(1e-6);

    private static float value(UnaryOperator<NDArray> loss, float... logits) {
        return Scope.floats(manager -> loss.apply(manager.create(logits)))[0];
    }

    private static float discriminator(float real, float fake) {
        return Scope.floats(manager ->
                GanLoss.discriminator(manager.create(new float[] {real}), manager.create(new float[] {fake})))[0];
    }

    private static double logSigmoid(double logit) {
        return Math.min(logit, 0) - Math.log1p(Math.exp(-Math.abs(logit)));
    }

    /** Compares the recorded gradient with central differences of the same loss in doubles. */
    private static void gradientIs(UnaryOperator<NDArray> loss, ToDoubleFunction<double[]> formula, float[] logits) {
        float[] gradient = Scope.floats(manager -> Gradients.of(loss, manager.create(logits)));
        double step = 1e-5;
        for (int i = 0; i < logits.length; i++) {
            double[] up = doubles(logits);
            double[] down = doubles(logits);
            up[i] += step;
            down[i] -= step;
            double difference = (formula.applyAsDouble(up) - formula.applyAsDouble(down)) / (2 * step);
            assertThat((double) gradient[i]).as("logit %s", logits[i]).isCloseTo(difference, FLOAT);
        }
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static double mean(double[] logits, ToDoubleFunction<Double> f) {
        double sum = 0;
        for (double logit : logits) {
            sum += f.applyAsDouble(logit);
        }
        return sum / logits.length;
    }

    @Test
    void aDiscriminatorThatCannotTellPaysLogFour() {
        assertThat((double) discriminator(0, 0)).isCloseTo(Math.log(4), FLOAT);
    }

    @Test
    void aDiscriminatorThatIsRightPaysNothingAndOneThatSwapsTheLabelsPaysDearly() {
        assertThat(discriminator(20, -20)).isBetween(0f, 1e-6f);
        assertThat(discriminator(-20, 20)).isBetween(39.9f, 40.1f);
    }

    @Test
    void theDiscriminatorsGradientIsThatOfTheFormula() {
        gradientIs(
                real -> GanLoss.discriminator(real, real.zerosLike()),
                real -> -mean(real, GanLossTest::logSigmoid) + Math.log(2),
                REAL);
        gradientIs(
                fake -> GanLoss.discriminator(fake.zerosLike(), fake),
                fake -> -mean(fake, l -> logSigmoid(-l)) + Math.log(2),
                FAKE);
    }

    @Test
    void theGeneratorsGradientsAreThoseOfTheFormulas() {
        gradientIs(GanLoss::saturating, fake -> mean(fake, l -> logSigmoid(-l)), FAKE);
        gradientIs(GanLoss::nonSaturating, fake -> -mean(fake, GanLossTest::logSigmoid), FAKE);
    }

    @Test
    void bothGeneratorLossesFallWhenTheDiscriminatorIsFooled() {
        assertThat(value(GanLoss::saturating, 1)).isLessThan(value(GanLoss::saturating, -1));
        assertThat(value(GanLoss::nonSaturating, 1)).isLessThan(value(GanLoss::nonSaturating, -1));
    }

    @Test
    void theTwoGradientsOfOneLogitAddUpToOne() {
        for (float logit : FAKE) {
            float saturating = Scope.floats(m -> Gradients.of(GanLoss::saturating, m.create(new float[] {logit})))[0];
            float other = Scope.floats(m -> Gradients.of(GanLoss::nonSaturating, m.create(new float[] {logit})))[0];
            assertThat((double) saturating + other).as("logit %s", logit).isCloseTo(-1, FLOAT);
        }
    }

    /** Of {@code D(x) = w·x}, whose slope is w everywhere. */
    @Test
    void thePenaltyOfAStraightDiscriminatorIsHalfItsSquaredSlope() {
        try (Scope scope = Scope.open();
                GradMode on = GradMode.on()) {
            NDArray x = scope.manager().create(new float[][] {{1, 2}, {-3, 0}, {5, 5}});
            x.setRequiresGradient(true);
            NDArray w = scope.manager().create(new float[][] {{3}, {-4}});
            assertThat(GanLoss.r1(x, x.matMul(w)).getFloat()).isEqualTo(12.5f);
        }
    }
}
