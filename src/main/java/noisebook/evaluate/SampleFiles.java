package noisebook.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import noisebook.data.Images;
import noisebook.tensor.Scope;

/**
 * Images that another program has generated: a folder of PNG files, or the one array of images in a NumPy file (NPZ or NPY).
 *
 * <p>An array is (n, 28, 28), (n, 1, 28, 28), (n, 28, 28, 1) or (n, 784): bytes from 0 to 255, or floating-point numbers from 0 to 1. Colours
 * become the mean of red, green and blue.
 */
public final class SampleFiles {
    private static final int SIDE = DigitClassifier.SIDE;
    private static final Set<Shape> IMAGES =
            Set.of(new Shape(SIDE, SIDE), new Shape(1, SIDE, SIDE), new Shape(SIDE, SIDE, 1), new Shape(Pixels.AREA));

    private SampleFiles() {}

    /**
     * Reads them all.
     *
     * @param path a folder or a file
     * @return in [0, 1], which is not checked yet
     * @throws IOException when there are no such images
     */
    public static Images read(Path path) throws IOException {
        if (Files.notExists(path)) {
            throw new IOException(path + ": no such file or folder");
        }
        return Images.grey(SIDE, SIDE, Files.isDirectory(path) ? folder(path) : array(path));
    }

    private static float[] folder(Path path) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(path)) {
            files = all.filter(SampleFiles::isPng).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (files.isEmpty()) {
            throw new IOException(path + " holds no PNG files: write one 28×28 image a file, or give an NPZ file");
        }
        float[] pixels = new float[files.size() * Pixels.AREA];
        for (int i = 0; i < files.size(); i++) {
            copy(files.get(i), pixels, i * Pixels.AREA);
        }
        return pixels;
    }

    private static boolean isPng(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    }

    private static void copy(Path file, float[] pixels, int start) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException(file + " is not a PNG image");
        }
        if (image.getWidth() != SIDE || image.getHeight() != SIDE) {
            throw new IOException(
                    file + " must be 28×28 pixels, was " + image.getWidth() + "×" + image.getHeight() + ": resize it");
        }
        for (int i = 0; i < Pixels.AREA; i++) {
            pixels[start + i] = grey(image, i % SIDE, i / SIDE);
        }
    }

    /** Grey files are read as they are: {@code getRGB} would change their brightness from linear to sRGB. */
    private static float grey(BufferedImage image, int x, int y) {
        boolean plain = image.getRaster().getNumBands() == 1 && !(image.getColorModel() instanceof IndexColorModel);
        if (plain) {
            int bits = image.getSampleModel().getSampleSize(0);
            return image.getRaster().getSample(x, y, 0) / (float) ((1 << bits) - 1);
        }
        int rgb = image.getRGB(x, y);
        return ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / (3 * 255f);
    }

    private static float[] array(Path path) throws IOException {
        try (Scope scope = Scope.open();
                InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            NDList arrays = NDList.decode(scope.manager(), in);
            List<NDArray> images = arrays.stream().filter(SampleFiles::isImages).toList();
            if (images.size() != 1) {
                throw new IOException(path + " must hold one array of images, (n, 28, 28) or (n, 784), but has "
                        + arrays.stream()
                                .map(array -> array.getShape().toString())
                                .toList());
            }
            NDArray found = images.get(0);
            NDArray values = found.toType(DataType.FLOAT32, false);
            return (found.getDataType() == DataType.UINT8 ? values.div(255) : values).toFloatArray();
        } catch (RuntimeException e) { // the decoder fails in many ways on what it cannot read
            throw new IOException(
                    path + " is not an NPZ or NPY file of numbers in C order: write it with numpy.savez", e);
        }
    }

    private static boolean isImages(NDArray array) {
        Shape shape = array.getShape();
        return shape.dimension() > 1 && IMAGES.contains(shape.slice(1));
    }
}
