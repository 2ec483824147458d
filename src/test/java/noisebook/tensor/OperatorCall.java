package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An operator with inputs of the shapes that a recipe gave it.
 *
 * @param channelsLast whether what has four dimensions lies in memory pixel by pixel
 */
record OperatorCall(Operator operator, List<Input> inputs, boolean channelsLast) {
    private static final ScriptedOp CHANNELS_LAST =
            ScriptedOp.of("x: Tensor) -> Tensor", "return torch.contiguous(x, memory_format=2)");
    /** 1 where a gradient is wanted; DJL's {@code hasGradient} knows leaves only. */
    private static final ScriptedOp LEADS_BACK = ScriptedOp.of(
            "x: Tensor) -> Tensor",
            "y = torch.zeros([1])",
            "if ops.prim.requires_grad(x):",
            "  y = torch.ones([1])",
            "return y");

    private static final double STEP = 1e-7;

    /** One input. */
    record Input(Shape shape, boolean whole, boolean rounded, boolean leadsBack) {
        static Input of(NDArray given) {
            DataType type = given.getDataType();
            return new Input(
                    given.getShape(),
                    type == DataType.INT64,
                    type == DataType.BFLOAT16,
                    Torch.gradMode() && LEADS_BACK.apply(given).toFloatArray()[0] == 1);
        }
    }

    /** What the operator should give; its first {@code perSample} inputs, and its result, have a row for each sample. */
    private record Truth(String name, PlainMath.Formula formula, int perSample, boolean roundsFactors) {}

    private static Map<Operator, Truth> truths() {
        Map<Operator, Truth> all = new IdentityHashMap<>();
        all.put(Ops.SILU, new Truth("silu", PlainMath.elementwise(x -> x / (1 + Math.exp(-x))), 1, false));
        all.put(Ops.RELU, new Truth("relu", PlainMath.elementwise(x -> Math.max(x, 0)), 1, false));
        all.put(Ops.LEAKY_RELU, new Truth("leakyRelu", PlainMath.elementwise(x -> Math.max(x, .2 * x)), 1, false));
        all.put(Ops.TO_BFLOAT16, new Truth("bfloat16", PlainMath.elementwise(x -> x), 1, true));
        all.put(Ops.TO_FLOAT32, new Truth("float32", PlainMath.elementwise(x -> x), 1, false));
        all.put(Ops.MODULATE, new Truth("modulate", PlainMath::modulate, 2, false));
        all.put(Ops.SHIFT, new Truth("shift", PlainMath::shift, 2, false));
        all.put(Ops.UPSAMPLE, new Truth("upsample2x", PlainMath::upsample, 1, false));
        all.put(Ops.PIXEL_SHUFFLE, new Truth("pixelShuffle2x", PlainMath::pixelShuffle, 1, false));
        all.put(Ops.LINEAR, new Truth("linear", PlainMath::linear, 1, false));
        all.put(Ops.LINEAR_BFLOAT16, new Truth("linearBfloat16", PlainMath::linear, 1, true));
        all.put(Ops.BATCH_NORM, new Truth("batchNorm", PlainMath.batchNorm(false), 1, false));
        all.put(Ops.BATCH_NORM_IN_TRAINING, new Truth("batchNorm in training", PlainMath.batchNorm(true), 0, false));
        all.put(Ops.ATTENTION, new Truth("attention", PlainMath::attention, 3, false));
        all.put(Ops.BCE, new Truth("binaryCrossEntropy", PlainMath::binaryCrossEntropy, 2, false));
        all.put(Ops.CROSS_ENTROPY, new Truth("crossEntropy", PlainMath::crossEntropy, 0, false));
        Ops.GROUP_NORM.forEach((groups, operator) ->
                all.put(operator, new Truth("groupNorm in " + groups, PlainMath.groupNorm(groups), 1, false)));
        Ops.CONVOLUTIONS.forEach((convolution, operator) -> all.put(
                operator,
                new Truth(
                        convolution.toString(),
                        PlainMath.convolution(convolution.stride(), convolution.padding()),
                        1,
                        convolution.rounded())));
        return all;
    }

    static OperatorCall of(Operator operator, NDArray... inputs) {
        return new OperatorCall(operator, Stream.of(inputs).map(Input::of).toList(), Autocast.channelsLast());
    }

    /** Operators of {@link Ops} that are in none of the calls, though this processor has a use for them. */
    static List<String> missingIn(Collection<OperatorCall> calls) {
        return truths().entrySet().stream()
                .filter(entry -> Autocast.supported() || !entry.getValue().roundsFactors)
                .filter(entry -> calls.stream().noneMatch(call -> call.operator == entry.getKey()))
                .map(entry -> entry.getValue().name + " is called by no recipe")
                .toList();
    }

    /** What is wrong with it, empty if nothing is. */
    List<String> problems() {
        List<float[]> values = values();
        List<String> wrong = new ArrayList<>();
        float[] cotangent = normal(new Random(2), results(values, null).get(0).length);
        if (PoisonedMemory.differs(filling -> results(values, cotangent))) {
            wrong.add(this + ": depends on what memory held before");
        }
        Truth truth = truths().get(operator);
        if (truth != null) {
            wrong.addAll(againstTruth(truth, values, cotangent));
        }
        return wrong;
    }

    private List<float[]> values() {
        Random random = new Random(1);
        List<float[]> values = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            float[] drawn = normal(random, (int) inputs.get(i).shape.size());
            boolean share = operator == Ops.BCE && i == 1;
            boolean variance = i == 2 && (operator == Ops.BATCH_NORM || operator == Ops.BATCH_NORM_IN_TRAINING);
            for (int k = 0; k < drawn.length; k++) {
                if (inputs.get(i).whole) {
                    drawn[k] = random.nextInt((int) inputs.get(0).shape.get(1));
                } else if (share || variance) {
                    drawn[k] = (float) (1 / (1 + Math.exp(-drawn[k])));
                }
            }
            values.add(drawn);
        }
        return values;
    }

    private static float[] normal(Random random, int length) {
        float[] drawn = new float[length];
        for (int i = 0; i < length; i++) {
            drawn[i] = (float) random.nextGaussian();
        }
        return drawn;
    }

    /** The operator's value and, where a cotangent is given, the gradients of their product with respect to the inputs that want one. */
    private List<float[]> results(List<float[]> values, float[] cotangent) {
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            List<NDArray> leaves = new ArrayList<>();
            NDArray[] given = new NDArray[inputs.size()];
            for (int i = 0; i < given.length; i++) {
                Input input = inputs.get(i);
                NDArray leaf = scope.manager()
                        .create(values.get(i), input.shape)
                        .toType(input.whole ? DataType.INT64 : DataType.FLOAT32, true);
                if (input.leadsBack) {
                    leaf.setRequiresGradient(true);
                    leaves.add(leaf);
                }
                given[i] = input.rounded ? Ops.TO_BFLOAT16.apply(leaf) : leaf;
                given[i] = channelsLast && input.shape.dimension() == 4 ? CHANNELS_LAST.apply(given[i]) : given[i];
            }
            NDArray y = Ops.TO_FLOAT32.apply(operator.apply(given));
            List<float[]> results = new ArrayList<>(List.of(y.stopGradient().toFloatArray()));
            if (cotangent != null && !leaves.isEmpty()) {
                NDArray product = y.mul(
                                scope.manager().create(cotangent, y.getShape()).duplicate())
                        .sum();
                NDList gradients = Gradients.of(product, leaves);
                gradients.forEach(gradient -> results.add(gradient.toFloatArray()));
            }
            return results;
        }
    }

    /** Value against formula, gradients against differences of the formula; where samples do not mix, three of them. */
    private List<String> againstTruth(Truth truth, List<float[]> values, float[] cotangent) {
        int samples = (int) inputs.get(0).shape.get(0);
        boolean whole = truth.perSample == 0; // the result has no row for each sample: it is a mean, or mixes them
        int[] chosen = whole
                ? new int[] {0}
                : IntStream.of(0, samples / 2, samples - 1).distinct().toArray();
        int rowsOfResult = whole ? 1 : samples;
        float[] some = new float[cotangent.length];
        for (int row : chosen) {
            int length = cotangent.length / rowsOfResult;
            System.arraycopy(cotangent, row * length, some, row * length, length);
        }
        boolean rounded = truth.roundsFactors || inputs.stream().anyMatch(Input::rounded);
        double[][] in = new double[inputs.size()][];
        long[][] shapes = new long[inputs.size()][];
        for (int i = 0; i < in.length; i++) {
            boolean each = i < truth.perSample;
            boolean off = truth.roundsFactors || inputs.get(i).rounded;
            in[i] = rows(values.get(i), each ? chosen : new int[] {0}, each ? samples : 1, off);
            shapes[i] = inputs.get(i).shape.getShape().clone();
            shapes[i][0] = each ? chosen.length : shapes[i][0];
        }
        double[] weights = rows(some, chosen, rowsOfResult, false);
        List<float[]> found = results(values, some);
        List<String> wrong = new ArrayList<>();
        double[] value = rows(found.get(0), chosen, rowsOfResult, false);
        double[] expected = truth.formula.apply(copy(in), shapes);
        double off = largestDifference(value, expected) / largest(expected);
        if (!(off <= (rounded ? .01 : 2e-5))) {
            wrong.add(truth.name + " " + inputs + ": value off by " + off + " of the largest");
        }
        for (int i = 0, next = 1; i < in.length && next < found.size(); i++) {
            if (inputs.get(i).leadsBack) {
                boolean each = i < truth.perSample;
                double[] gradient = rows(found.get(next++), each ? chosen : new int[] {0}, each ? samples : 1, false);
                double slip = slip(truth, in, shapes, weights, i, gradient);
                if (!(slip <= (rounded ? .02 : 1e-3))) {
                    wrong.add(truth.name + " " + inputs + ": gradient of input " + i + " off by " + slip
                            + " of its length");
                }
            }
        }
        return wrong;
    }

    /** How far a gradient is from the formula's change along a random direction, as a share of the gradient's length. */
    private static double slip(
            Truth truth, double[][] in, long[][] shapes, double[] weights, int input, double[] gradient) {
        Random random = new Random(3);
        double[] direction = random.doubles(gradient.length, -1, 1).toArray();
        double change = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
            double[][] moved = copy(in);
            for (int k = 0; k < direction.length; k++) {
                moved[input][k] += sign * STEP * direction[k];
            }
            double[] y = truth.formula.apply(moved, shapes);
            for (int k = 0; k < y.length; k++) {
                change += sign * y[k] * weights[k] / (2 * STEP);
            }
        }
        double along = 0;
        double square = 0;
        for (int k = 0; k < gradient.length; k++) {
            along += gradient[k] * direction[k];
            square += gradient[k] * gradient[k];
        }
        return Math.abs(along - change) / Math.max(Math.sqrt(square), 1e-3);
    }

    private static double[] rows(float[] values, int[] chosen, int samples, boolean rounded) {
        int length = values.length / samples;
        double[] picked = new double[chosen.length * length];
        for (int i = 0; i < picked.length; i++) {
            float value = values[chosen[i / length] * length + i % length];
            picked[i] = rounded ? toBfloat16(value) : value;
        }
        return picked;
    }

    /** To the nearest number of 8 binary digits, ties to even. */
    private static float toBfloat16(float value) {
        int bits = Float.floatToIntBits(value);
        return Float.intBitsToFloat(bits + 0x7FFF + (bits >>> 16 & 1) & 0xFFFF0000);
    }

    private static double[][] copy(double[][] arrays) {
        return Arrays.stream(arrays).map(double[]::clone).toArray(double[][]::new);
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private static double largestDifference(double[] a, double[] b) {
        return a.length != b.length
                ? Double.NaN
                : IntStream.range(0, a.length)
                        .mapToDouble(i -> Math.abs(a[i] - b[i]))
                        .reduce(0, Math::max);
    }
}
