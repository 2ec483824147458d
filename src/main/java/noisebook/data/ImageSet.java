package noisebook.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of grey images of one size, each with a label.
 *
 * <p>Pixels are float32 in [0, 1], 0 the background, stored flat and row-major: image i, row y, column x lies at
 * {@code (i * height + y) * width + x}.
 */
public final class ImageSet {
    private final String name;
    private final int height;
    private final int width;
    private final float[] pixels;
    private final int[] labels;
    private @Nullable String sha256;

    private ImageSet(String name, int height, int width, float[] pixels, int[] labels) {
        this.name = name;
        this.height = height;
        this.width = width;
        this.pixels = pixels;
        this.labels = labels;
    }

    /**
     * A set over the given arrays, which it keeps: the caller must not change them afterwards.
     *
     * @param name what messages and figures call the set
     * @param height rows of an image, at least 1
     * @param width columns of an image, at least 1
     * @param pixels (labels.length, height, width) flat, in [0, 1]
     * @param labels one label for each image, at least one
     * @return the set
     * @throws IllegalArgumentException when a size or a pixel is out of its range or the lengths do not fit
     */
    public static ImageSet of(String name, int height, int width, float[] pixels, int[] labels) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "%s: images must have at least 1x1 pixels, were %dx%d".formatted(name, height, width));
        }
        if (labels.length == 0) {
            throw new IllegalArgumentException(name + ": a set needs at least one image, had none");
        }
        if (pixels.length != (long) labels.length * height * width) {
            throw new IllegalArgumentException("%s: %d images of %dx%d need %d pixels, there were %d"
                    .formatted(
                            name, labels.length, height, width, (long) labels.length * height * width, pixels.length));
        }
        for (float pixel : pixels) {
            if (!(pixel >= 0 && pixel <= 1)) {
                throw new IllegalArgumentException(name + ": pixels must lie in [0, 1], one was " + pixel);
            }
        }
        return new ImageSet(name, height, width, pixels, labels);
    }

    /**
     * What messages and figures call this set.
     *
     * @return for example "MNIST test"
     */
    public String name() {
        return name;
    }

    /**
     * The number of images.
     *
     * @return at least 1
     */
    public int size() {
        return labels.length;
    }

    /**
     * The rows of an image.
     *
     * @return in pixels
     */
    public int height() {
        return height;
    }

    /**
     * The columns of an image.
     *
     * @return in pixels
     */
    public int width() {
        return width;
    }

    /**
     * All pixels, shared with this set for speed: read them only.
     *
     * @return (size, height, width) flat, in [0, 1]
     */
    public float[] pixels() {
        return pixels;
    }

    /**
     * A copy of one image.
     *
     * @param i its index
     * @return (height, width) flat, in [0, 1]
     */
    public float[] image(int i) {
        float[] image = new float[height * width];
        System.arraycopy(pixels, checked(i) * image.length, image, 0, image.length);
        return image;
    }

    /**
     * The label of one image.
     *
     * @param i its index
     * @return the label
     */
    public int label(int i) {
        return labels[checked(i)];
    }

    /**
     * A copy of all labels.
     *
     * @return (size)
     */
    public int[] labels() {
        return labels.clone();
    }

    /**
     * The first n images.
     *
     * @param n in [1, size]
     * @return a set of its own
     */
    public ImageSet head(int n) {
        requireCount(n);
        return n == size() ? this : select(IntStream.range(0, n).toArray());
    }

    private void requireCount(int n) {
        if (n < 1 || n > size()) {
            throw new IllegalArgumentException("%s has 1 to %d images, was asked for %d".formatted(name, size(), n));
        }
    }

    /**
     * Images taken at random, none twice. What is said of a set should not rest on its first images: those of MNIST are by few writers.
     *
     * @param n in [1, size]
     * @param seed the same gives the same images in the same order
     * @return a set of its own
     */
    public ImageSet sample(int n, long seed) {
        requireCount(n);
        int[] order = IntStream.range(0, size()).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < n; i++) {
            int other = random.nextInt(i, order.length);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return select(Arrays.copyOf(order, n));
    }

    /**
     * The images at the given indices, in that order; an index may occur twice.
     *
     * @param indices at least one
     * @return a set of its own
     */
    public ImageSet select(int... indices) {
        if (indices.length == 0) {
            throw new IllegalArgumentException(name + ": select at least one image");
        }
        int area = height * width;
        float[] chosen = new float[indices.length * area];
        int[] chosenLabels = new int[indices.length];
        for (int k = 0; k < indices.length; k++) {
            System.arraycopy(pixels, checked(indices[k]) * area, chosen, k * area, area);
            chosenLabels[k] = labels[indices[k]];
        }
        return new ImageSet(name, height, width, chosen, chosenLabels);
    }

    /**
     * The images of one class, in their order.
     *
     * @param label the class
     * @return a set of its own
     * @throws IllegalArgumentException when there is no such image
     */
    public ImageSet ofClass(int label) {
        int[] members =
                IntStream.range(0, size()).filter(i -> labels[i] == label).toArray();
        if (members.length == 0) {
            throw new IllegalArgumentException(name + ": no image has the label " + label);
        }
        return select(members);
    }

    /**
     * Every image moved to the right; what leaves at one side comes in at the other.
     *
     * @param columns by how many pixels, negative to the left
     * @return a set of its own
     */
    public ImageSet rolled(int columns) {
        float[] moved = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int column = i % width;
            moved[i - column + Math.floorMod(column + columns, width)] = pixels[i];
        }
        return new ImageSet(name, height, width, moved, labels);
    }

    /**
     * The SHA-256 of sizes, pixels and labels: two sets with the same content have the same one, whatever their names.
     *
     * @return 64 hexadecimal digits
     */
    public synchronized String sha256() {
        if (sha256 == null) {
            sha256 = digest();
        }
        return sha256;
    }

    private String digest() {
        MessageDigest sha = Sha256.start();
        sha.update(ByteBuffer.allocate(12)
                .putInt(size())
                .putInt(height)
                .putInt(width)
                .flip());
        int area = height * width;
        ByteBuffer buffer = ByteBuffer.allocate((area + 1) * Float.BYTES);
        for (int i = 0; i < size(); i++) {
            buffer.clear();
            buffer.asFloatBuffer().put(pixels, i * area, area);
            buffer.putInt(area * Float.BYTES, labels[i]);
            sha.update(buffer);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private int checked(int i) {
        if (i < 0 || i >= size()) {
            throw new IllegalArgumentException(
                    "%s: the index must lie in [0, %d], was %d".formatted(name, size() - 1, i));
        }
        return i;
    }
}
