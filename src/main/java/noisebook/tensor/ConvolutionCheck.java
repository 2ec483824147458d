package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether this processor computes convolutions right: forward and both gradients, in each precision that is used here, against double
 * precision, with memory that held zeros, NaN or large numbers before.
 *
 * @param plain whether PyTorch alone is right
 * @param filled whether convolutions of this project are, whose channels are filled up
 */
public record ConvolutionCheck(boolean plain, boolean filled) {
    private static final int BATCH = 32;

    /** What a byte of fresh memory holds: zeros; NaN; 12,689 in float32 and 12,672 in bfloat16. */
    static final List<Integer> FILLINGS = List.of(0x00, 0xFF, 0x46);

    /** What went wrong where it did: last layers with 1, 4 and 1 output channels, and a first layer of a discriminator. */
    private static final List<Case> CASES = List.of(
            new Case(32, 1, 28, 3, 1), new Case(48, 4, 14, 3, 1), new Case(16, 1, 28, 3, 1), new Case(1, 16, 28, 4, 2));

    private record Case(int in, int out, int size, int kernel, int stride) {}

    private enum Rounding {
        NONE(1e-4),
        PLANES(.03),
        CHANNELS_LAST(.03);

        private final double tolerance; // of the largest value

        Rounding(double tolerance) {
            this.tolerance = tolerance;
        }
    }

    /** Computes a few convolutions; it takes about a second. */
    public static ConvolutionCheck run() {
        return new ConvolutionCheck(right(false), right(true));
    }

    private static boolean right(boolean filled) {
        return CASES.stream().allMatch(example -> right(example, filled));
    }

    private static boolean right(Case example, boolean filled) {
        Compute.seed(1, 0);
        try (Scope scope = Scope.open()) {
            NDManager m = scope.manager();
            NDArray x = m.randomNormal(new Shape(BATCH, example.in, example.size, example.size));
            NDArray weight = m.randomNormal(new Shape(example.out, example.in, example.kernel, example.kernel));
            NDList inputs = new NDList(x, weight, m.randomNormal(new Shape(example.out)));
            List<float[]> truth = results(script(example, Rounding.NONE, filled), inputs, DataType.FLOAT64);
            return Arrays.stream(Rounding.values())
                    .filter(rounding -> rounding == Rounding.NONE || Autocast.supported())
                    .allMatch(rounding -> right(script(example, rounding, filled), inputs, truth, rounding.tolerance));
        }
    }

    private static ScriptedOp script(Case example, Rounding rounding, boolean filled) {
        return new Convolution(
                        example.in,
                        example.out,
                        example.stride,
                        1,
                        rounding != Rounding.NONE,
                        rounding == Rounding.CHANNELS_LAST,
                        filled)
                .script();
    }

    private static boolean right(ScriptedOp script, NDList inputs, List<float[]> truth, double tolerance) {
        return FILLINGS.stream().allMatch(filling -> {
            List<float[]> found =
                    NativeProcess.withFreshMemory(filling, () -> results(script, inputs, DataType.FLOAT32));
            return IntStream.range(0, truth.size()).allMatch(i -> close(found.get(i), truth.get(i), tolerance));
        });
    }

    /** What the convolution gives, and the gradients of the sum of its squares with respect to {@code x} and the weight. */
    private static List<float[]> results(ScriptedOp script, NDList inputs, DataType type) {
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            NDList leaves = new NDList();
            for (NDArray input : inputs) {
                NDArray leaf = input.toType(type, true);
                leaf.setRequiresGradient(true);
                leaves.add(leaf);
            }
            NDArray y = script.apply(leaves.toArray(new NDArray[0]));
            NDList gradients = Gradients.of(y.mul(y).sum(), leaves.subNDList(0, 2));
            return Stream.of(y.stopGradient(), gradients.get(0), gradients.get(1))
                    .map(tensor -> tensor.toType(DataType.FLOAT32, false).toFloatArray())
                    .toList();
        }
    }

    private static boolean close(float[] found, float[] truth, double tolerance) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < truth.length; i++) {
            largest = Math.max(largest, Math.abs(truth[i]));
            difference = Math.max(difference, Math.abs(found[i] - truth[i])); // NaN stays NaN
        }
        return difference <= tolerance * largest;
    }
}
