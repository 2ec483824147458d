package noisebook.notebook;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.plot.ImageGrid;
import noisebook.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/** A tensor: as a picture when it looks like one, and always its shape, type and first values as text. */
final class TensorView {
    private static final int MAX_IMAGES = 64;
    private static final int MIN_SIDE = 8;
    private static final int MAX_SIDE = 512;

    private TensorView() {}

    static MimeBundle of(Object value) {
        NDArray array = (NDArray) value;
        if (array.isReleased()) {
            return MimeBundle.text("NDArray, closed");
        }
        String text = describe(array);
        BufferedImage image = image(array);
        return image == null ? MimeBundle.text(text) : RichValues.image(image, text);
    }

    private static String describe(NDArray array) {
        String head = "NDArray " + array.getShape() + " " + array.getDataType().toString() + " on " + array.getDevice();
        return head + "\n"
                + array.toDebugString(200, 10, 10, 20, true)
                        .lines()
                        .skip(1)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse("");
    }

    /** Grey images (H, W), (1, H, W) or (N, 1, H, W) in [0, 1], [-1, 1] or bytes; null for everything else. */
    private static @Nullable BufferedImage image(NDArray array) {
        Shape shape = array.getShape();
        long[] sizes = shape.getShape();
        int rank = sizes.length;
        int channels = rank == 3 || rank == 4 ? (int) sizes[rank - 3] : 1;
        boolean channel =
                rank == 2 ? sizes[0] == sizes[1] : (rank == 3 || rank == 4) && (channels == 1 || channels == 3);
        if (!channel || !isSide(sizes[rank - 1]) || !isSide(sizes[rank - 2])) {
            return null;
        }
        int height = (int) sizes[rank - 2];
        int width = (int) sizes[rank - 1];
        float[] pixels = firstPixels(array, rank == 4 ? Math.min(MAX_IMAGES, sizes[0]) : 1, rank);
        float low = array.getDataType() == DataType.UINT8 ? 0 : least(pixels) < 0 ? -1 : 0;
        float high = array.getDataType() == DataType.UINT8 ? 255 : 1;
        if (pixels.length == 0 || least(pixels) < low || most(pixels) > high) {
            return null;
        }
        Images images = Images.of(channels, height, width, PixelRange.UNIT, pixels);
        return ImageGrid.of(images).range(low, high).image();
    }

    private static boolean isSide(long size) {
        return size >= MIN_SIDE && size <= MAX_SIDE;
    }

    private static float[] firstPixels(NDArray array, long count, int rank) {
        try (NDArray some = rank == 4 ? array.get(":" + count) : array.duplicate();
                NDArray floats = some.toType(DataType.FLOAT32, true)) {
            return Tensors.floats(floats);
        }
    }

    private static float least(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static float most(float[] values) {
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}
