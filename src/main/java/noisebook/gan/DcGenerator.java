package noisebook.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import noisebook.data.DataSet;
import noisebook.data.Images;
import noisebook.math.Doubles;
import noisebook.nn.BatchNorm2d;
import noisebook.nn.Conv2d;
import noisebook.nn.Layer;
import noisebook.nn.Linear;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.tensor.Compute;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/**
 * The generator of a deep convolutional GAN (Radford et al. 2016) for 28×28 grey images: z of N(0, I), with the one-hot class beside it where
 * there are classes (Mirza and Osindero 2014), to pixels in (0, 1).
 *
 * <p>A linear layer makes 4C maps of 7×7; twice the maps double their sides by repeating pixels and pass a 3×3 convolution, to 2C maps of 14×14
 * and C maps of 28×28, each followed by batch normalisation and ReLU; a last convolution and a sigmoid give the image. Repeating pixels instead
 * of a transposed convolution leaves no checkerboard (Odena et al. 2016).
 */
public final class DcGenerator extends Network {
    /** Rows and columns of an image. */
    public static final int SIDE = DataSet.SIDE;

    private static final long SAMPLING = -2; // a stream of random numbers that no training step uses
    private static final int START = 7;

    private final int latentDim;
    private final int classes;
    private final Sequential layers;

    /**
     * Declares the network.
     *
     * @param latentDim size of z
     * @param classes how many there are to ask for; 0 for a generator that is not asked
     * @param width C, maps at full size
     */
    public DcGenerator(int latentDim, int classes, int width) {
        this.latentDim = latentDim;
        this.classes = classes;
        layers = child(
                "layers",
                Sequential.of(
                        new Linear(latentDim + classes, 4 * width * START * START),
                        (Layer) x -> x.reshape(x.getShape().get(0), 4L * width, START, START),
                        new BatchNorm2d(4 * width),
                        Ops::relu,
                        Ops::upsample2x,
                        Conv2d.same3x3(4 * width, 2 * width),
                        new BatchNorm2d(2 * width),
                        Ops::relu,
                        Ops::upsample2x,
                        Conv2d.same3x3(2 * width, width),
                        new BatchNorm2d(width),
                        Ops::relu,
                        Conv2d.same3x3(width, 1),
                        Activation::sigmoid));
    }

    /**
     * Paints.
     *
     * @param z (N, latentDim), or (N, latentDim + classes) with the one-hot classes in the last columns
     * @return (N, 1, 28, 28), in (0, 1)
     * @throws IllegalArgumentException when z has another width
     */
    public NDArray forward(NDArray z) {
        Tensors.requireShape("z", z, -1, latentDim + classes);
        return layers.forward(z);
    }

    @Override
    public Optional<NDArray> fingerprint(NDManager manager) {
        return Optional.of(forward(manager.linspace(-2, 2, latentDim + classes).reshape(1, -1)));
    }

    /** The shapes on the way from one z to its image: that of z, then one for each layer. */
    public List<Shape> shapes() {
        return layers.shapes(new Shape(1, latentDim + classes));
    }

    /** {@code n} draws of z, (n, latentDim). */
    NDArray noise(NDManager random, long n) {
        return random.randomNormal(new Shape(n, latentDim));
    }

    /** z and, where there are classes, the one-hot label of each row: what {@link #forward} takes. */
    NDArray asked(NDArray z, NDArray labels) {
        return classes == 0 ? z : z.concat(Tensors.oneHot(labels, classes), 1);
    }

    /**
     * Paints many z without gradients, each for itself.
     *
     * @param codes rows as {@link #forward} takes them
     */
    public Images decode(double[][] codes) {
        return Images.grey(
                SIDE, SIDE, Tensors.map(Doubles.floats(codes), new Shape(latentDim + classes), this::forward));
    }

    /** {@code n} draws of z, n rows of latentDim; the same seed gives the same ones. */
    public double[][] codes(int n, long seed) {
        float[] z = Scope.floats(manager -> {
            Compute.seed(seed, SAMPLING);
            return noise(manager, n);
        });
        return Doubles.rows(z, latentDim);
    }

    /** {@code n} images of fresh z; the same seed gives the same ones. Where there are classes, they take turns: 0, 1, …, 9, 0, … */
    public Images generate(int n, long seed) {
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> i % Math.max(1, classes));
        return generate(labels, seed);
    }

    /**
     * One image of each label, with fresh z; the same seed gives the same ones.
     *
     * @param labels in [0, classes); not looked at where there are no classes
     */
    public Images generate(int[] labels, long seed) {
        return decode(asked(codes(labels.length, seed), labels));
    }

    /**
     * Rows of z with the one-hot label of each at its end; z itself where there are no classes.
     *
     * @param z n rows of latentDim
     * @param labels n of them, in [0, classes)
     * @throws IllegalArgumentException when there is not one label a row, or one out of range
     */
    public double[][] asked(double[][] z, int... labels) {
        if (z.length != labels.length) {
            throw new IllegalArgumentException(z.length + " codes need as many labels, were " + labels.length);
        }
        double[][] rows = new double[z.length][];
        for (int i = 0; i < z.length; i++) {
            rows[i] = Arrays.copyOf(z[i], latentDim + classes);
            if (classes > 0) {
                rows[i][latentDim + checked(labels[i])] = 1;
            }
        }
        return rows;
    }

    private int checked(int label) {
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException("labels must lie in 0 to " + (classes - 1) + ", was " + label);
        }
        return label;
    }

    /** Size of z. */
    public int latentDim() {
        return latentDim;
    }
}
