package noisebook.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each scripted operator against the same formula composed of plain operations, value and gradient. */
final class OpsTest {
    private static final Offset<Float> FLOAT = within(2e-5f);

    private static void assertSame(UnaryOperator<NDArray> op, UnaryOperator<NDArray> formula, Shape shape) {
        try (Scope scope = Scope.open()) {
            Compute.seed(7, 0);
            NDArray x = scope.manager().randomNormal(shape);
            assertThat(op.apply(x).toFloatArray())
                    .containsExactly(formula.apply(x).toFloatArray(), FLOAT);
            UnaryOperator<NDArray> squared = y -> y.mul(y);
            assertThat(Gradients.of(v -> squared.apply(op.apply(v)), x).toFloatArray())
                    .containsExactly(
                            Gradients.of(v -> squared.apply(formula.apply(v)), x)
                                    .toFloatArray(),
                            within(2e-4f));
        }
    }

    @Test
    void siluIsXTimesSigmoid() {
        assertSame(Ops::silu, x -> x.mul(x.neg().exp().add(1).pow(-1)), new Shape(3, 5));
    }

    @Test
    void reluAndLeakyReluKeepThePositivePart() {
        assertSame(Ops::relu, x -> x.maximum(0), new Shape(4, 4));
        assertSame(Ops::leakyRelu, x -> x.maximum(0).add(Ops.scale(x.minimum(0), .2)), new Shape(4, 4));
    }

    @Test
    void upsamplingRepeatsPixels() {
        assertSame(Ops::upsample2x, x -> x.repeat(2, 2).repeat(3, 2), new Shape(2, 3, 4, 5));
    }

    @Test
    void aConvolutionInBfloat16DiffersByTheRoundingOfItsFactors() {
        try (Scope scope = Scope.open()) {
            Compute.seed(7, 1);
            NDManager m = scope.manager();
            NDArray x = m.randomNormal(new Shape(2, 5, 8, 8));
            NDArray weight = m.randomNormal(new Shape(3, 5, 3, 3));
            NDArray bias = m.create(new float[] {1, -2, .5f});
            Offset<Float> rounding = within(.2f); // of 45 products, each off by up to 1/128 of itself
            for (int choice = 0; choice < 4; choice++) {
                int stride = 1 + choice / 2;
                boolean channelsLast = choice % 2 == 1;
                Convolution convolution = new Convolution(5, 3, stride, 1, true, channelsLast, true);
                ScriptedOp script = convolution.script();
                UnaryOperator<NDArray> rounded = v -> script.apply(v, weight, bias);
                UnaryOperator<NDArray> exact = v -> Conv2d.conv2d(
                                v, weight, bias, new Shape(stride, stride), new Shape(1, 1), new Shape(1, 1), 1)
                        .head();
                assertThat(rounded.apply(x).getShape()).isEqualTo(exact.apply(x).getShape());
                assertThat(rounded.apply(x).toFloatArray())
                        .containsExactly(exact.apply(x).toFloatArray(), rounding)
                        .isNotEqualTo(exact.apply(x).toFloatArray());
                assertThat(Gradients.of(rounded, x).toFloatArray())
                        .containsExactly(Gradients.of(exact, x).toFloatArray(), rounding);
            }
        }
    }

    @Test
    void aLinearLayerInBfloat16DiffersByTheRoundingOfItsFactors() {
        try (Scope scope = Scope.open()) {
            Compute.seed(7, 2);
            NDManager m = scope.manager();
            NDArray x = m.randomNormal(new Shape(4, 45));
            NDArray weight = m.randomNormal(new Shape(3, 45));
            NDArray bias = m.create(new float[] {1, -2, .5f});
            Offset<Float> rounding = within(.2f); // as above
            UnaryOperator<NDArray> rounded = v -> Ops.linearBfloat16(v, weight, bias);
            UnaryOperator<NDArray> exact = v -> v.matMul(weight.transpose()).add(bias);
            assertThat(rounded.apply(x).toFloatArray())
                    .containsExactly(exact.apply(x).toFloatArray(), rounding)
                    .isNotEqualTo(exact.apply(x).toFloatArray());
            assertThat(Gradients.of(rounded, x).toFloatArray())
                    .containsExactly(Gradients.of(exact, x).toFloatArray(), rounding);
        }
    }

    @Test
    void roundingEndsWithItsBlock() {
        assertThat(Autocast.active()).isFalse();
        try (Autocast outer = Autocast.bfloat16()) {
            boolean supported = Autocast.active();
            try (Autocast inner = Autocast.bfloat16()) {
                assertThat(Autocast.active()).isEqualTo(supported);
            }
            assertThat(Autocast.active()).isEqualTo(supported);
        }
        assertThat(Autocast.active()).isFalse();
    }

    @Test
    void exactnessIsStrongerThanRoundingInsideIt() {
        try (Autocast exact = Autocast.exact();
                Autocast inner = Autocast.bfloat16()) {
            assertThat(Autocast.active()).isFalse();
        }
        try (Autocast planes = Autocast.bfloat16Planes()) {
            assertThat(Autocast.channelsLast()).isFalse();
            try (Autocast exact = Autocast.exact()) {
                assertThat(Autocast.active()).isFalse();
            }
        }
        assertThat(Autocast.active()).isFalse();
    }

    @Test
    void modulationScalesAndShiftsEachChannelOfEachSample() {
        assertSame(
                x -> Ops.modulate(
                        x, x.getManager().create(new float[] {1, 0, -1, .5f, -.5f, 2, 3, 0}, new Shape(2, 4))),
                x -> {
                    NDManager m = x.getManager();
                    NDArray factor = m.create(new float[] {2, 1, .5f, 3}, new Shape(2, 2, 1, 1));
                    NDArray shift = m.create(new float[] {-1, .5f, 3, 0}, new Shape(2, 2, 1, 1));
                    return x.mul(factor).add(shift);
                },
                new Shape(2, 2, 3, 3));
    }

    @Test
    void bfloat16KeepsEightBinaryDigits() {
        float[] rounded = Scope.floats(m ->
                Ops.float32(Ops.bfloat16(m.create(new float[] {1, 1 + 1 / 128f, 1 + 1 / 512f, -3.1415927f, 0}))));
        assertThat(rounded).containsExactly(1, 1 + 1 / 128f, 1, -3.140625f, 0);
    }

    @Test
    void groupNormCentresAndScalesEachGroup() {
        try (Scope scope = Scope.open()) {
            NDManager m = scope.manager();
            NDArray weight = m.create(new float[] {1, 2, .5f, 1});
            NDArray bias = m.create(new float[] {0, 1, 0, -1});
            assertSame(
                    x -> Ops.groupNorm(x, 2, weight, bias),
                    x -> {
                        NDArray g = x.reshape(3, 2, 2 * 4 * 4);
                        NDArray centred = g.sub(g.mean(new int[] {2}, true));
                        NDArray variance = centred.square().mean(new int[] {2}, true);
                        return centred.div(variance.add(1e-5f).sqrt())
                                .reshape(3, 4, 4, 4)
                                .mul(weight.reshape(1, 4, 1, 1))
                                .add(bias.reshape(1, 4, 1, 1));
                    },
                    new Shape(3, 4, 4, 4));
        }
    }

    @Test
    void attentionIsASoftmaxWeightedMean() {
        assertSame(
                x -> Ops.attention(x, Ops.scale(x, 2), x.add(1)),
                x -> x.batchMatMul(Ops.scale(x, 2).transpose(0, 2, 1))
                        .div((float) Math.sqrt(4))
                        .softmax(2)
                        .batchMatMul(x.add(1)),
                new Shape(2, 3, 4));
    }

    @Test
    void binaryCrossEntropyHasGradientSigmoidMinusTargetEverywhere() {
        try (Scope scope = Scope.open()) {
            NDArray logits = scope.manager().create(new float[] {0, 0, 50, -50, 2});
            NDArray targets = scope.manager().create(new float[] {0, 1, 0, 0, .5f});
            float[] loss = Ops.binaryCrossEntropy(logits, targets).toFloatArray();
            float two = (float) (Math.log1p(Math.exp(2)) - 1);
            assertThat(loss).containsExactly(new float[] {.693147f, .693147f, 50, 0, two}, FLOAT);
            float[] gradient = Gradients.of(l -> Ops.binaryCrossEntropy(l, targets), logits)
                    .toFloatArray();
            assertThat(gradient).containsExactly(new float[] {.5f, -.5f, 1, 0, .380797f}, FLOAT);
        }
    }

    @Test
    void crossEntropyIsMinusTheLogProbabilityOfTheLabel() {
        try (Scope scope = Scope.open()) {
            NDArray labels = scope.manager().create(new long[] {1, 0});
            assertSame(
                    x -> Ops.crossEntropy(x, labels),
                    x -> x.logSoftmax(1)
                            .get(0)
                            .get(1)
                            .add(x.logSoftmax(1).get(1).get(0))
                            .div(-2),
                    new Shape(2, 3));
        }
    }

    @Test
    void aFactorIsStillThereForTheBackwardPassAfterAGarbageCollection() {
        try (Scope scope = Scope.open();
                GradMode on = GradMode.on()) {
            NDArray leaf = scope.manager().ones(new Shape(4));
            leaf.setRequiresGradient(true);
            NDArray scaled = Ops.scale(leaf, 3).sum();
            for (int i = 0; i < 20; i++) {
                System.gc();
                java.nio.ByteBuffer.allocateDirect(4).putFloat(Float.NaN);
            }
            assertThat(Gradients.of(scaled, List.of(leaf)).head().toFloatArray())
                    .containsOnly(3);
        }
    }
}
