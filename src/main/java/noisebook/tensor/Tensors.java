package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.math.Doubles;

/** Shape checks and the way between Java arrays and tensors. */
public final class Tensors {
    private static final int CHUNK = 250;
    private static final ScriptedOp COPY = ScriptedOp.of(
            "to: List[Tensor], source: List[Tensor]) -> int", "torch._foreach_copy_(to, source)", "return 0");

    private Tensors() {}

    /** Pictures as a tensor: (n, channels, height, width), float32, the values unchanged. */
    public static NDArray images(NDManager manager, Images images) {
        return manager.create(images.values(), shape(images).addAll(pictureShape(images)));
    }

    private static Shape shape(Images images) {
        return new Shape(images.count());
    }

    private static Shape pictureShape(Images images) {
        return new Shape(images.channels(), images.height(), images.width());
    }

    /** Applies {@code f} to pictures, a few hundred at a time; see {@link #map(float[], Shape, UnaryOperator)}. */
    public static float[] map(Images images, UnaryOperator<NDArray> f) {
        return map(images.values(), pictureShape(images), f);
    }

    /** The same for a set, of which only those few hundred are ever there as numbers. */
    public static float[] map(ImageSet images, UnaryOperator<NDArray> f) {
        float[] results = {};
        for (int start = 0; start < images.size(); start += CHUNK) {
            ImageSet chunk = images.range(start, Math.min(images.size(), start + CHUNK));
            float[] some = map(chunk.images(), f);
            int each = some.length / chunk.size();
            if (start == 0) {
                results = new float[images.size() * each];
            }
            System.arraycopy(some, 0, results, start * each, some.length);
        }
        return results;
    }

    /** An image that shows nothing but tells networks apart: (1, channels, height, width), from 0 in the first corner to 1 in the last. */
    public static NDArray ramp(NDManager manager, int channels, int height, int width) {
        int numbers = channels * height * width;
        return manager.arange(numbers)
                .toType(DataType.FLOAT32, false)
                .div(numbers - 1)
                .reshape(1, channels, height, width);
    }

    /** Pixels in [0, 1] to the range [−1, 1] that diffusion models see. */
    public static NDArray signed(NDArray pixels) {
        return pixels.mul(2).sub(1);
    }

    /** A row of zeros with a 1 in the place of each label: (N), int64 in [0, classes), to (N, classes), float32. */
    public static NDArray oneHot(NDArray labels, int classes) {
        return labels.oneHot(classes, DataType.FLOAT32);
    }

    /** Rows of doubles as a float32 tensor, (n, d). */
    public static NDArray rows(NDManager manager, double[][] rows) {
        return manager.create(Doubles.floats(rows), new Shape(rows.length, rows[0].length));
    }

    /**
     * Checks a shape, −1 standing for any size.
     *
     * @return the tensor itself
     * @throws IllegalArgumentException naming both shapes when they differ
     */
    public static NDArray requireShape(String what, NDArray tensor, long... expected) {
        long[] actual = tensor.getShape().getShape();
        boolean same = actual.length == expected.length;
        for (int i = 0; same && i < expected.length; i++) {
            same = expected[i] == -1 || expected[i] == actual[i];
        }
        if (!same) {
            throw new IllegalArgumentException(what + " must have shape " + shape(expected) + ", was " + shape(actual));
        }
        return tensor;
    }

    private static String shape(long[] shape) {
        return Arrays.toString(shape).replace('[', '(').replace(']', ')').replace("-1", "N");
    }

    /**
     * Copies all values into another tensor of the same shape; nothing is recorded. DJL's {@code copyTo} takes the way through Java's memory,
     * and libtorch prints that it is deprecated.
     */
    public static void copy(NDArray source, NDArray to) {
        COPY.run(List.of(List.of(to), List.of(source)));
    }

    /**
     * The numbers of a tensor that lives on, row-major. From a GPU they come through a copy, which {@code toFloatArray} alone would leave
     * with the tensor's manager for as long as that lives.
     */
    public static float[] floats(NDArray tensor) {
        try (Scope scope = Scope.open()) {
            return tensor.toFloatArray();
        }
    }

    /**
     * Applies {@code f} to many rows, a few hundred at a time and without gradients, so that memory stays small whatever their number.
     *
     * @param rows flat, row-major
     * @param rowShape the shape of one row: (1, 28, 28) for a grey image
     * @param f from (n, rowShape) to (n, …), each row on its own
     * @return the results, flat, row-major
     */
    public static float[] map(float[] rows, Shape rowShape, UnaryOperator<NDArray> f) {
        int length = (int) rowShape.size();
        if (rows.length == 0 || rows.length % length != 0) {
            throw new IllegalArgumentException(rows.length + " numbers are not whole rows of shape " + rowShape);
        }
        float[] results = {};
        int done = 0;
        for (int start = 0; start < rows.length; start += CHUNK * length) {
            float[] chunk = Arrays.copyOfRange(rows, start, Math.min(rows.length, start + CHUNK * length));
            float[] result = Scope.floats(
                    manager -> f.apply(manager.create(chunk, new Shape(chunk.length / length).addAll(rowShape))));
            if (start == 0) {
                results = new float[rows.length / length * (result.length / (chunk.length / length))];
            }
            System.arraycopy(result, 0, results, done, result.length);
            done += result.length;
        }
        return results;
    }
}
