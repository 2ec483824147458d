package noisebook.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import noisebook.math.Doubles;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of pictures of one size with, perhaps, a label and a caption each. A value is a byte, from 0 for black to 255 for white, stored flat and
 * row-major, (size, channels, height, width); {@link #images} has them in [0, 1].
 */
public final class ImageSet {
    private static final float WHITE = 255;

    private final String name;
    private final int channels;
    private final int height;
    private final int width;
    private final byte[] bytes;
    private final int[] labels; // none where there are none
    private final List<String> captions; // none where there are none
    private @Nullable String sha256;

    private ImageSet(
            String name, int channels, int height, int width, byte[] bytes, int[] labels, List<String> captions) {
        this.name = name;
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.bytes = bytes;
        this.labels = labels;
        this.captions = captions;
    }

    /**
     * A set over the given arrays, which it keeps: the caller must not change them afterwards.
     *
     * @param name what messages and figures call the set
     * @param channels 1 for grey, 3 for colour
     * @param bytes (size, channels, height, width) flat, each 0 to 255
     * @param labels one for each picture, or none
     * @throws IllegalArgumentException when a size is out of its range or the lengths do not fit
     */
    public static ImageSet of(String name, int channels, int height, int width, byte[] bytes, int[] labels) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "%s: images must have at least 1x1 pixels, were %dx%d".formatted(name, height, width));
        }
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException(
                    "%s: images have 1 channel (grey) or 3 (colour), were to have %d".formatted(name, channels));
        }
        int each = channels * height * width;
        if (bytes.length == 0) {
            throw new IllegalArgumentException(name + ": a set needs at least one image, had none");
        }
        if (bytes.length % each != 0) {
            throw new IllegalArgumentException(
                    "%s: a set needs whole images of %d values, had %d".formatted(name, each, bytes.length));
        }
        if (labels.length != 0 && labels.length != bytes.length / each) {
            throw new IllegalArgumentException("%s: %d images need as many labels or none, had %d"
                    .formatted(name, bytes.length / each, labels.length));
        }
        return new ImageSet(name, channels, height, width, bytes, labels, List.of());
    }

    /**
     * A set of the given pictures, rounded to steps of 1/255.
     *
     * @throws IllegalArgumentException when a value leaves its range or there are not as many labels, or none
     */
    public static ImageSet of(String name, Images images, int[] labels) {
        float[] unit = images.in(PixelRange.UNIT).values();
        byte[] bytes = new byte[unit.length];
        for (int i = 0; i < bytes.length; i++) {
            if (!(unit[i] >= 0 && unit[i] <= 1)) {
                throw new IllegalArgumentException(name + ": pixels must lie in [0, 1], one was " + unit[i]
                        + ": clip the images, or look why they leave it");
            }
            bytes[i] = (byte) Math.round(WHITE * unit[i]);
        }
        return of(name, images.channels(), images.height(), images.width(), bytes, labels);
    }

    /**
     * The same pictures with captions.
     *
     * @throws IllegalArgumentException when there is not one a picture
     */
    public ImageSet withCaptions(List<String> lines) {
        if (lines.size() != size()) {
            throw new IllegalArgumentException(
                    "%s: %d images need as many captions, had %d".formatted(name, size(), lines.size()));
        }
        return new ImageSet(name, channels, height, width, bytes, labels, List.copyOf(lines));
    }

    /** What messages and figures call this set, such as "MNIST test". */
    public String name() {
        return name;
    }

    /** How many pictures there are, at least 1. */
    public int size() {
        return bytes.length / numbers();
    }

    /** 1 for grey, 3 for red, green and blue. */
    public int channels() {
        return channels;
    }

    /** Pixels down a picture. */
    public int height() {
        return height;
    }

    /** Pixels across a picture. */
    public int width() {
        return width;
    }

    /** How many numbers a picture has: channels × height × width. */
    public int numbers() {
        return channels * height * width;
    }

    /** All pictures in [0, 1], made anew at each call: 4 bytes a number, where the set itself takes 1. */
    public Images images() {
        float[] values = new float[bytes.length];
        copy(0, bytes.length, values, 0);
        return Images.of(channels, height, width, PixelRange.UNIT, values);
    }

    /** One picture, flat, in [0, 1]. */
    public double[] row(int i) {
        float[] values = new float[numbers()];
        copy(i, values, 0);
        return Doubles.of(values);
    }

    /** Writes the values of one picture, in [0, 1], to a place of an array. */
    public void copy(int i, float[] to, int offset) {
        copy(checked(i) * numbers(), numbers(), to, offset);
    }

    private void copy(int from, int count, float[] to, int offset) {
        for (int k = 0; k < count; k++) {
            to[offset + k] = (bytes[from + k] & 0xff) / WHITE;
        }
    }

    /** Whether pictures have labels. */
    public boolean hasLabels() {
        return labels.length > 0;
    }

    /**
     * The label of one picture.
     *
     * @throws IllegalStateException when the set has none
     */
    public int label(int i) {
        requireLabels();
        return labels[checked(i)];
    }

    /**
     * A copy of all labels, (size).
     *
     * @throws IllegalStateException when the set has none
     */
    public int[] labels() {
        requireLabels();
        return labels.clone();
    }

    private void requireLabels() {
        if (!hasLabels()) {
            throw new IllegalStateException(name + " has no labels");
        }
    }

    /** The captions, one a picture; empty where there are none. */
    public List<String> captions() {
        return captions;
    }

    /**
     * The first n.
     *
     * @param n in [1, size]
     */
    public ImageSet head(int n) {
        requireCount(n);
        return n == size() ? this : range(0, n);
    }

    /**
     * Those from one index to another, exclusive.
     *
     * @throws IllegalArgumentException when there is none between them
     */
    public ImageSet range(int from, int to) {
        return select(IntStream.range(from, to).toArray());
    }

    private void requireCount(int n) {
        if (n < 1 || n > size()) {
            throw new IllegalArgumentException("%s has 1 to %d images, was asked for %d".formatted(name, size(), n));
        }
    }

    /**
     * Pictures taken at random, none twice. What is said of a set should not rest on its first images: those of MNIST are by few writers.
     *
     * @param n in [1, size]
     * @param seed the same gives the same images in the same order
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

    /** Those at the given indices, at least one, in that order; an index may occur twice. */
    public ImageSet select(int... indices) {
        if (indices.length == 0) {
            throw new IllegalArgumentException(name + ": select at least one image");
        }
        byte[] chosen = new byte[indices.length * numbers()];
        for (int k = 0; k < indices.length; k++) {
            System.arraycopy(bytes, checked(indices[k]) * numbers(), chosen, k * numbers(), numbers());
        }
        int[] chosenLabels =
                hasLabels() ? IntStream.of(indices).map(i -> labels[i]).toArray() : labels;
        List<String> lines = captions.isEmpty()
                ? captions
                : IntStream.of(indices).mapToObj(captions::get).toList();
        return new ImageSet(name, channels, height, width, chosen, chosenLabels, lines);
    }

    /**
     * The pictures of one class, in their order.
     *
     * @throws IllegalArgumentException when there is no such picture
     */
    public ImageSet ofClass(int label) {
        int[] members =
                IntStream.range(0, size()).filter(i -> label(i) == label).toArray();
        if (members.length == 0) {
            throw new IllegalArgumentException(name + ": no image has the label " + label);
        }
        return select(members);
    }

    /**
     * Every picture moved to the right; what leaves at one side comes in at the other.
     *
     * @param columns by how many pixels, negative to the left
     */
    public ImageSet rolled(int columns) {
        byte[] moved = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            int column = i % width;
            moved[i - column + Math.floorMod(column + columns, width)] = bytes[i];
        }
        return new ImageSet(name, channels, height, width, moved, labels, captions);
    }

    /** The SHA-256 of sizes, values, labels and captions, 64 hexadecimal digits: two sets with the same content have the same one, whatever their names. */
    public synchronized String sha256() {
        if (sha256 == null) {
            sha256 = digest();
        }
        return sha256;
    }

    /** Values count as floats in [0, 1], and grey sets do not say their channel: so the shipped weights remember it. */
    private String digest() {
        MessageDigest sha = Sha256.start();
        ByteBuffer sizes = ByteBuffer.allocate(16).putInt(size()).putInt(height).putInt(width);
        sha.update((channels == 1 ? sizes : sizes.putInt(channels)).flip());
        ByteBuffer buffer = ByteBuffer.allocate((numbers() + 1) * Float.BYTES);
        float[] values = new float[numbers()];
        for (int i = 0; i < size(); i++) {
            copy(i, values, 0);
            buffer.clear();
            buffer.asFloatBuffer().put(values);
            if (hasLabels()) {
                buffer.putInt(numbers() * Float.BYTES, labels[i]);
            } else {
                buffer.limit(numbers() * Float.BYTES);
            }
            sha.update(buffer);
        }
        for (String line : captions) {
            byte[] text = line.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).flip());
            sha.update(text);
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
