package noisebook.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * A convolution with a square kernel as it is given to PyTorch, and a way around what some processors get wrong.
 *
 * <p>PyTorch's kernels lay channels out in blocks of 16. On AMD's family 26 those of PyTorch 2.7 read a last block that nobody has filled: 0 · NaN
 * is NaN. And where a block of input channels is not full, two threads race for the gradient of {@code x} in bfloat16 with a stride. So no block is
 * left open: channels are filled up with zeros, and what comes of them is cut off. It costs nothing that could be measured, so it is done on every
 * processor; {@link ConvolutionCheck} tells those that need it.
 *
 * @param in input channels
 * @param out output channels
 * @param stride pixels from one result to the next
 * @param padding pixels of zeros around the image
 * @param rounded whether the factors are rounded to bfloat16
 * @param channelsLast whether a rounded result lies in memory pixel by pixel, else channel by channel
 * @param filled whether channels are filled up
 */
record Convolution(long in, long out, int stride, int padding, boolean rounded, boolean channelsLast, boolean filled) {
    private static final int BLOCK = 16;

    /** {@code (x, weight, bias) -> y} of the type of {@code x}; see {@link Ops#conv2d}. */
    ScriptedOp script() {
        long moreIn = filled && rounded && stride > 1 ? missing(in) : 0;
        long moreOut = filled ? missing(out) : 0;
        String format = ", memory_format=" + (channelsLast ? 2 : 0) + ")"; // PyTorch's numbers
        List<String> lines = new ArrayList<>();
        String type = rounded ? "15" : "x"; // 15 is bfloat16
        lines.add("x0 = torch.to(x, " + type + ")");
        lines.add("w0 = torch.to(weight, " + type + ")");
        lines.add("b0 = torch.to(bias, " + type + ")");
        if (moreIn > 0) { // the input of a whole network is data: nobody asks for its gradient
            String pad = ", [0, 0, 0, 0, 0, " + moreIn + "], 0)";
            lines.add("if ops.prim.requires_grad(x):");
            lines.add("  x0, w0 = torch.constant_pad_nd(x0" + pad + ", torch.constant_pad_nd(w0" + pad);
        }
        if (moreOut > 0) {
            lines.add("w0 = torch.constant_pad_nd(w0, [0, 0, 0, 0, 0, 0, 0, " + moreOut + "], 0)");
            lines.add("b0 = torch.constant_pad_nd(b0, [0, " + moreOut + "], 0)");
        }
        if (rounded) {
            lines.add("x0 = torch.contiguous(x0" + format);
            lines.add("w0 = torch.contiguous(w0" + format);
        }
        String s = "[" + stride + ", " + stride + "]";
        String p = "[" + padding + ", " + padding + "]";
        lines.add("y = torch.conv2d(x0, w0, b0, " + s + ", " + p + ", [1, 1], 1)");
        if (moreOut > 0) {
            lines.add("y = torch.contiguous(torch.narrow(y, 1, 0, " + out + ")" + format);
        }
        lines.add("return torch.to(y, x)");
        return ScriptedOp.of("x: Tensor, weight: Tensor, bias: Tensor) -> Tensor", lines.toArray(String[]::new));
    }

    private static long missing(long channels) {
        return Math.floorMod(-channels, BLOCK);
    }
}
