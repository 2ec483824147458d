package noisebook.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import noisebook.data.Images;
import noisebook.flow.FlowSampler.Method;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FlowSamplerTest {
    private static final int[] THREE = {0, 5, 9};

    /** Of data that is one grey a label, on the scale of −1 to 1: every line ends there. */
    private static NDArray toGreyOfLabel(NDArray xt, NDArray t, NDArray labels) {
        NDArray grey = labels.toType(DataType.FLOAT32, true).div(10);
        return xt.sub(grey.reshape(-1, 1, 1, 1)).div(t.reshape(-1, 1, 1, 1).maximum(1e-6f));
    }

    /** Of data that is N(0, s²): {@code v = x (t − (1 − t) s²) / (t² + (1 − t)² s²)}; the walk ends at s times the noise. */
    private static Velocity gaussian(double s) {
        return (xt, t, labels) -> {
            double at = t.getFloat(0);
            double signal = (1 - at) * s * s;
            return xt.mul((at - signal) / (at * at + (1 - at) * signal));
        };
    }

    private static double meanSquare(Method method, int steps) {
        float[] pixels = new FlowSampler(method, steps, 0)
                .images(gaussian(.3), new int[64], 1)
                .values();
        double sum = 0;
        for (float pixel : pixels) {
            sum += Math.pow(2 * pixel - 1, 2);
        }
        return sum / pixels.length;
    }

    @ParameterizedTest
    @EnumSource
    void straightLinesEndWhereTheyShouldInAnyNumberOfSteps(Method method) {
        for (int steps : new int[] {1, 3, 8}) {
            float[] pixels = new FlowSampler(method, steps, 0)
                    .images(FlowSamplerTest::toGreyOfLabel, THREE, 1)
                    .values();
            for (int i = 0; i < pixels.length; i++) {
                assertThat(pixels[i]).isCloseTo(.5f + THREE[i / 784] / 20f, Offset.offset(1e-5f));
            }
        }
    }

    @Test
    void gaussianDataKeepsItsVarianceAndHeunComesCloserWithTheSamePasses() {
        double heun = Math.abs(meanSquare(Method.HEUN, 20) - .09);
        double euler = Math.abs(meanSquare(Method.EULER, 39) - .09);
        assertThat(heun)
                .as("error of the variance .09, seed 1")
                .isLessThan(.003)
                .isLessThan(euler);
        assertThat(meanSquare(Method.EULER, 400)).isCloseTo(.09, Offset.offset(.003));
    }

    @Test
    void eulerAsksOnceAStepAndHeunTwiceButInTheLast() {
        assertThat(passes(FlowSampler.of(7))).isEqualTo(7);
        assertThat(passes(new FlowSampler(Method.HEUN, 7, 0))).isEqualTo(13);
        assertThat(passes(FlowSampler.of(7).withGuidance(1))).isEqualTo(14);
    }

    private static int passes(FlowSampler sampler) {
        int[] count = new int[1];
        Images unused = sampler.images(
                (xt, t, labels) -> {
                    count[0]++;
                    return xt.zerosLike();
                },
                THREE,
                1);
        return count[0];
    }

    @Test
    void guidanceGoesFromTheAnswerForNoneThroughThatForTheLabelAndBeyond() {
        Velocity model = (xt, t, labels) -> xt.onesLike().mul(labels.getLong(0) == Velocity.NONE ? .1f : .3f);
        float[] none =
                FlowSampler.of(1).images(model, new int[] {Velocity.NONE}, 1).values();
        float[] guided = FlowSampler.of(1)
                .withGuidance(.25)
                .images(model, new int[] {4}, 1)
                .values();
        int inside = 0;
        for (int i = 0; i < none.length; i++) {
            if (none[i] < 1 && guided[i] > 0) {
                inside++;
                assertThat(none[i] - guided[i]).isCloseTo((.35f - .1f) / 2, Offset.offset(1e-5f));
            }
        }
        assertThat(inside).as("pixels not clipped").isPositive();
    }

    @Test
    void theSeedDecidesAndPixelsStayInRange() {
        FlowSampler sampler = FlowSampler.of(2);
        Images once = sampler.images(gaussian(3), THREE, 4);
        assertThat(once).isEqualTo(sampler.images(gaussian(3), THREE, 4));
        assertThat(once).isNotEqualTo(sampler.images(gaussian(3), THREE, 5));
        for (float pixel : once.values()) {
            assertThat(pixel).isBetween(0f, 1f);
        }
    }

    @Test
    void aWalkThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> FlowSampler.of(0)).hasMessage("steps must be at least 1, was 0");
        assertThatThrownBy(() -> FlowSampler.of(5).withGuidance(-1))
                .hasMessage("guidance must not be negative, was -1.0");
    }
}
