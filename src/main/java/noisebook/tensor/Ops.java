package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Operators of PyTorch that DJL lacks or composes slowly; every one of them is differentiable. Shapes are (N, C, H, W) unless said otherwise. */
public final class Ops {
    static final ScriptedOp SILU = ScriptedOp.of("x: Tensor) -> Tensor", "return torch.silu(x)");
    static final ScriptedOp RELU = ScriptedOp.of("x: Tensor) -> Tensor", "return torch.relu(x)");
    static final ScriptedOp LEAKY_RELU = ScriptedOp.of("x: Tensor) -> Tensor", "return torch.leaky_relu(x, 0.2)");
    static final ScriptedOp TO_BFLOAT16 = ScriptedOp.of("x: Tensor) -> Tensor", "return torch.to(x, 15)");
    static final ScriptedOp TO_FLOAT32 = ScriptedOp.of("x: Tensor) -> Tensor", "return torch.to(x, 6)");
    static final ScriptedOp MODULATE = ScriptedOp.of(
            "x: Tensor, scaleAndShift: Tensor) -> Tensor",
            "each = torch.to(torch.reshape(scaleAndShift, [torch.size(x, 0), -1, 1, 1]), x)",
            "scale, shift = torch.chunk(each, 2, 1)",
            "return torch.add(torch.mul(x, torch.add(scale, 1)), shift)");
    static final ScriptedOp SHIFT = ScriptedOp.of(
            "x: Tensor, shift: Tensor) -> Tensor",
            "return torch.add(x, torch.to(torch.reshape(shift, [torch.size(x, 0), -1, 1, 1]), x))");
    static final ScriptedOp UPSAMPLE =
            ScriptedOp.of("x: Tensor) -> Tensor", "return torch.upsample_nearest2d(x, None, [2., 2.])");
    static final ScriptedOp PIXEL_SHUFFLE = ScriptedOp.of("x: Tensor) -> Tensor", "return torch.pixel_shuffle(x, 2)");
    static final ScriptedOp DOWNSAMPLE = ScriptedOp.of(
            "x: Tensor) -> Tensor", "return torch.avg_pool2d(x, [2, 2], [2, 2], [0, 0], False, True, None)");
    static final ScriptedOp WARP = ScriptedOp.of(
            "x: Tensor, moves: Tensor) -> Tensor",
            "grid = torch.affine_grid_generator(moves, torch.size(x), True)",
            "return torch.grid_sampler(x, grid, 0, 0, True)");
    static final Operator LINEAR = in -> Linear.linear(in[0], in[1], in[2]).head();
    static final Operator BATCH_NORM = in -> batchNorm(in, false);
    static final Operator BATCH_NORM_IN_TRAINING = in -> batchNorm(in, true);
    static final ScriptedOp LINEAR_BFLOAT16 = ScriptedOp.of(
            "x: Tensor, weight: Tensor, bias: Tensor) -> Tensor",
            "return torch.to(torch.linear(torch.to(x, 15), torch.to(weight, 15), torch.to(bias, 15)), x)");
    static final Map<Integer, ScriptedOp> GROUP_NORM = new ConcurrentHashMap<>();
    static final Map<Convolution, ScriptedOp> CONVOLUTIONS = new ConcurrentHashMap<>();
    static final ScriptedOp ATTENTION = ScriptedOp.of(
            "q: Tensor, k: Tensor, v: Tensor) -> Tensor", "return torch.scaled_dot_product_attention(q, k, v)");
    static final ScriptedOp BCE = ScriptedOp.of(
            "x: Tensor, y: Tensor) -> Tensor", "return torch.binary_cross_entropy_with_logits(x, y, None, None, 0)");
    static final ScriptedOp CROSS_ENTROPY = ScriptedOp.of(
            "x: Tensor, y: Tensor) -> Tensor", "return torch.nll_loss_nd(torch.log_softmax(x, 1), y, None, 1, -100)");

    private static volatile @Nullable BiConsumer<Operator, NDArray[]> watcher;

    private Ops() {}

    /** Tells of every call until closed, before it is made: an operator and what it is given. */
    static AutoCloseable watch(BiConsumer<Operator, NDArray[]> listener) {
        watcher = listener;
        return () -> watcher = null;
    }

    private static NDArray call(Operator operator, NDArray... inputs) {
        BiConsumer<Operator, NDArray[]> listener = watcher;
        if (listener != null) {
            listener.accept(operator, inputs);
        }
        return operator.apply(inputs);
    }

    private static NDArray batchNorm(NDArray[] in, boolean training) {
        return BatchNorm.batchNorm(in[0], in[1], in[2], in[3], in[4], 1, .1f, 1e-5f, training)
                .head();
    }

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
        return call(SILU, x);
    }

    /** {@code max(x, 0)}, elementwise, any shape. */
    public static NDArray relu(NDArray x) {
        return call(RELU, x);
    }

    /** {@code max(x, .2 x)}, elementwise, any shape. */
    public static NDArray leakyRelu(NDArray x) {
        return call(LEAKY_RELU, x);
    }

    /** Rounded to bfloat16, 8 binary digits: half the memory to move. DJL cannot read such a tensor; {@link #float32} it first. */
    public static NDArray bfloat16(NDArray x) {
        return call(TO_BFLOAT16, x);
    }

    /** In float32 again, any shape. */
    public static NDArray float32(NDArray x) {
        return call(TO_FLOAT32, x);
    }

    /**
     * Scales and shifts each channel of each sample, {@code (1 + scale) x + shift} (Perez et al. 2018).
     *
     * @param x (N, C, H, W)
     * @param scaleAndShift (N, 2C): the scales, then the shifts
     */
    public static NDArray modulate(NDArray x, NDArray scaleAndShift) {
        return call(MODULATE, x, scaleAndShift);
    }

    /**
     * Shifts each channel of each sample, {@code x + shift}; the result has the type of {@code x}.
     *
     * @param x (N, C, H, W)
     * @param shift (N, C)
     */
    public static NDArray shift(NDArray x, NDArray shift) {
        return call(SHIFT, x, shift);
    }

    /** Doubles height and width by repeating each pixel: (N, C, H, W) to (N, C, 2H, 2W). */
    public static NDArray upsample2x(NDArray x) {
        return call(UPSAMPLE, x);
    }

    /** Halves height and width by taking the mean of each 2×2 patch: (N, C, 2H, 2W) to (N, C, H, W). */
    public static NDArray downsample2x(NDArray x) {
        return call(DOWNSAMPLE, x);
    }

    /**
     * Moves, turns and stretches each image: a pixel of the result is what lay at {@code A (x, y, 1)}, interpolated between four pixels, 0 outside the image. Not differentiable twice.
     *
     * @param x (N, C, H, W)
     * @param moves A of each image, (N, 2, 3); from −1 at the first row or column to 1 at the last
     */
    public static NDArray warp(NDArray x, NDArray moves) {
        return call(WARP, x, moves);
    }

    /** Lays the channels of each pixel out as a 2×2 patch (Shi et al. 2016): (N, 4C, H, W) to (N, C, 2H, 2W). */
    public static NDArray pixelShuffle2x(NDArray x) {
        return call(PIXEL_SHUFFLE, x);
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
        return call(op, x, weight, bias);
    }

    /**
     * Convolution with a square kernel. Where {@link Autocast#active}, its factors are rounded to bfloat16, the sums are float32, and the result
     * has the type of {@code x}.
     *
     * @param x (N, in, H, W), float32 or bfloat16
     * @param weight (out, in, kernel, kernel)
     * @param bias (out)
     * @return (N, out, H', W') with H' = (H + 2·padding − kernel) / stride + 1
     */
    public static NDArray conv2d(NDArray x, NDArray weight, NDArray bias, int stride, int padding) {
        Convolution convolution = new Convolution(
                weight.getShape().get(1),
                weight.getShape().get(0),
                stride,
                padding,
                Autocast.active(),
                Autocast.channelsLast(),
                true);
        return call(CONVOLUTIONS.computeIfAbsent(convolution, Convolution::script), x, weight, bias);
    }

    /**
     * {@code x weightᵀ + bias}.
     *
     * @param x (N, in)
     * @param weight (out, in)
     * @param bias (out)
     * @return (N, out)
     */
    public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return call(LINEAR, x, weight, bias);
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
        return call(LINEAR_BFLOAT16, x, weight, bias);
    }

    /**
     * Normalises each channel over a batch to mean 0 and variance 1, then scales and shifts (Ioffe and Szegedy 2015).
     *
     * @param x (N, C, H, W)
     * @param mean running mean of each channel, (C); used where {@code training} is false, else moved by a tenth
     * @param variance running variance, (C), treated alike
     * @param weight scale of each channel, (C)
     * @param bias shift of each channel, (C)
     * @param training whether the batch's own mean and variance are used
     */
    public static NDArray batchNorm(
            NDArray x, NDArray mean, NDArray variance, NDArray weight, NDArray bias, boolean training) {
        return call(training ? BATCH_NORM_IN_TRAINING : BATCH_NORM, x, mean, variance, weight, bias);
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
        return call(ATTENTION, q, k, v);
    }

    /**
     * Binary cross-entropy of each element in nats, from logits: {@code −y log σ(x) − (1−y) log(1−σ(x))}, stable for any logit.
     *
     * @param logits any shape
     * @param targets the same shape, in [0, 1]
     * @return the same shape
     */
    public static NDArray binaryCrossEntropy(NDArray logits, NDArray targets) {
        return call(BCE, logits, targets);
    }

    /**
     * Mean cross-entropy of class labels in nats.
     *
     * @param logits (N, K)
     * @param labels (N), int64, in [0, K)
     * @return a scalar
     */
    public static NDArray crossEntropy(NDArray logits, NDArray labels) {
        return call(CROSS_ENTROPY, logits, labels);
    }
}
