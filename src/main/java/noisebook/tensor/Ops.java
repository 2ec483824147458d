package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Operators of PyTorch that DJL lacks or composes slowly; every one of them is differentiable. Shapes are (N, C, H, W) unless said otherwise. */
public final class Ops {
    private static final ScriptedOp SILU = ScriptedOp.of("x: Tensor) -> Tensor", "return torch.silu(x)");
    private static final ScriptedOp RELU = ScriptedOp.of("x: Tensor) -> Tensor", "return torch.relu(x)");
    private static final ScriptedOp LEAKY_RELU =
            ScriptedOp.of("x: Tensor) -> Tensor", "return torch.leaky_relu(x, 0.2)");
    private static final ScriptedOp TO_BFLOAT16 = ScriptedOp.of("x: Tensor) -> Tensor", "return torch.to(x, 15)");
    private static final ScriptedOp TO_FLOAT32 = ScriptedOp.of("x: Tensor) -> Tensor", "return torch.to(x, 6)");
    private static final ScriptedOp MODULATE = ScriptedOp.of(
            "x: Tensor, scaleAndShift: Tensor) -> Tensor",
            "each = torch.to(torch.reshape(scaleAndShift, [torch.size(x, 0), -1, 1, 1]), x)",
            "scale, shift = torch.chunk(each, 2, 1)",
            "return torch.add(torch.mul(x, torch.add(scale, 1)), shift)");
    private static final ScriptedOp SHIFT = ScriptedOp.of(
            "x: Tensor, shift: Tensor) -> Tensor",
            "return torch.add(x, torch.to(torch.reshape(shift, [torch.size(x, 0), -1, 1, 1]), x))");
    private static final ScriptedOp UPSAMPLE =
            ScriptedOp.of("x: Tensor) -> Tensor", "return torch.upsample_nearest2d(x, None, [2., 2.])");
    private static final ScriptedOp PIXEL_SHUFFLE =
            ScriptedOp.of("x: Tensor) -> Tensor", "return torch.pixel_shuffle(x, 2)");
    private static final ScriptedOp LINEAR_BFLOAT16 = ScriptedOp.of(
            "x: Tensor, weight: Tensor, bias: Tensor) -> Tensor",
            "return torch.to(torch.linear(torch.to(x, 15), torch.to(weight, 15), torch.to(bias, 15)), x)");
    private static final Map<Integer, ScriptedOp> GROUP_NORM = new ConcurrentHashMap<>();
    private static final Map<List<Integer>, ScriptedOp> CONV_BFLOAT16 = new ConcurrentHashMap<>();
    private static final ScriptedOp ATTENTION = ScriptedOp.of(
            "q: Tensor, k: Tensor, v: Tensor) -> Tensor", "return torch.scaled_dot_product_attention(q, k, v)");
    private static final ScriptedOp BCE = ScriptedOp.of(
            "x: Tensor, y: Tensor) -> Tensor", "return torch.binary_cross_entropy_with_logits(x, y, None, None, 0)");
    private static final ScriptedOp CROSS_ENTROPY = ScriptedOp.of(
            "x: Tensor, y: Tensor) -> Tensor", "return torch.nll_loss_nd(torch.log_softmax(x, 1), y, None, 1, -100)");

    private Ops() {}

    /**
     * {@code factor · x}, for every tensor whose gradient is wanted.
     *
     * <p>DJL's own {@code x.mul(number)} wraps the number in a Java buffer that it lets go of at once, while the recorded graph still points
     * into it: a garbage collection before the backward pass then turns the gradient into noise or NaN. Here the number lives in
     * native memory, which the graph keeps.
     */
    public static NDArray scale(NDArray x, double factor) {
        return x.mul(x.getManager().full(new Shape(), (float) factor, x.getDataType()));
    }

    /** {@code x · sigmoid(x)}, elementwise (Elfwing et al. 2018), any shape. */
    public static NDArray silu(NDArray x) {
        return SILU.apply(x);
    }

    /** {@code max(x, 0)}, elementwise, any shape. */
    public static NDArray relu(NDArray x) {
        return RELU.apply(x);
    }

    /** {@code max(x, .2 x)}, elementwise, any shape. */
    public static NDArray leakyRelu(NDArray x) {
        return LEAKY_RELU.apply(x);
    }

    /** Rounded to bfloat16, 8 binary digits: half the memory to move. DJL cannot read such a tensor; {@link #float32} it first. */
    public static NDArray bfloat16(NDArray x) {
        return TO_BFLOAT16.apply(x);
    }

    /** In float32 again, any shape. */
    public static NDArray float32(NDArray x) {
        return TO_FLOAT32.apply(x);
    }

    /**
     * Scales and shifts each channel of each sample, {@code (1 + scale) x + shift} (Perez et al. 2018).
     *
     * @param x (N, C, H, W)
     * @param scaleAndShift (N, 2C): the scales, then the shifts
     */
    public static NDArray modulate(NDArray x, NDArray scaleAndShift) {
        return MODULATE.apply(x, scaleAndShift);
    }

    /**
     * Shifts each channel of each sample, {@code x + shift}; the result has the type of {@code x}.
     *
     * @param x (N, C, H, W)
     * @param shift (N, C)
     */
    public static NDArray shift(NDArray x, NDArray shift) {
        return SHIFT.apply(x, shift);
    }

    /** Doubles height and width by repeating each pixel: (N, C, H, W) to (N, C, 2H, 2W). */
    public static NDArray upsample2x(NDArray x) {
        return UPSAMPLE.apply(x);
    }

    /** Lays the channels of each pixel out as a 2×2 patch (Shi et al. 2016): (N, 4C, H, W) to (N, C, 2H, 2W). */
    public static NDArray pixelShuffle2x(NDArray x) {
        return PIXEL_SHUFFLE.apply(x);
    }

    /**
     * Normalises each group of channels of each image to mean 0 and variance 1, then scales and shifts (Wu and He 2018).
     *
     * @param x (N, C, H, W)
     * @param groups number of groups; it divides C
     * @param weight scale of each channel, (C)
     * @param bias shift of each channel, (C)
     */
    public static NDArray groupNorm(NDArray x, int groups, NDArray weight, NDArray bias) {
        ScriptedOp op = GROUP_NORM.computeIfAbsent(
                groups,
                g -> ScriptedOp.of(
                        "x: Tensor, weight: Tensor, bias: Tensor) -> Tensor",
                        "return torch.group_norm(x, " + g + ", weight, bias, 1.0e-05, True)"));
        return op.apply(x, weight, bias);
    }

    /**
     * Convolution with a square kernel whose factors are rounded to bfloat16; the sums are float32, the result has the type of {@code x}.
     *
     * @param x (N, in, H, W), float32 or bfloat16
     * @param weight (out, in, kernel, kernel)
     * @param bias (out)
     * @param channelsLast whether the result lies in memory pixel by pixel, else channel by channel
     * @return (N, out, H', W')
     */
    public static NDArray conv2dBfloat16(
            NDArray x, NDArray weight, NDArray bias, int stride, int padding, boolean channelsLast) {
        int format = channelsLast ? 2 : 0; // PyTorch's numbers of memory formats
        ScriptedOp op = CONV_BFLOAT16.computeIfAbsent(List.of(stride, padding, format), key -> {
            String s = "[" + stride + ", " + stride + "]";
            String p = "[" + padding + ", " + padding + "]";
            return ScriptedOp.of( // 15 is bfloat16
                    "x: Tensor, weight: Tensor, bias: Tensor) -> Tensor",
                    "x0 = torch.contiguous(torch.to(x, 15), memory_format=" + format + ")",
                    "w0 = torch.contiguous(torch.to(weight, 15), memory_format=" + format + ")",
                    "return torch.to(torch.conv2d(x0, w0, torch.to(bias, 15), " + s + ", " + p + ", [1, 1], 1), x)");
        });
        return op.apply(x, weight, bias);
    }

    /**
     * {@code x weightᵀ + bias} with factors rounded to bfloat16; the sums are float32, the result has the type of {@code x}.
     *
     * @param x (N, in)
     * @param weight (out, in)
     * @param bias (out)
     * @return (N, out)
     */
    public static NDArray linearBfloat16(NDArray x, NDArray weight, NDArray bias) {
        return LINEAR_BFLOAT16.apply(x, weight, bias);
    }

    /**
     * {@code softmax(q kᵀ / √D) v} (Vaswani et al. 2017, eq. 1).
     *
     * @param q (N, L, D)
     * @param k (N, S, D)
     * @param v (N, S, E)
     * @return (N, L, E)
     */
    public static NDArray attention(NDArray q, NDArray k, NDArray v) {
        return ATTENTION.apply(q, k, v);
    }

    /**
     * Binary cross-entropy of each element in nats, from logits: {@code −y log σ(x) − (1−y) log(1−σ(x))}, stable for any logit.
     *
     * @param logits any shape
     * @param targets the same shape, in [0, 1]
     * @return the same shape
     */
    public static NDArray binaryCrossEntropy(NDArray logits, NDArray targets) {
        return BCE.apply(logits, targets);
    }

    /**
     * Mean cross-entropy of class labels in nats.
     *
     * @param logits (N, K)
     * @param labels (N), int64, in [0, K)
     * @return a scalar
     */
    public static NDArray crossEntropy(NDArray logits, NDArray labels) {
        return CROSS_ENTROPY.apply(logits, labels);
    }
}
