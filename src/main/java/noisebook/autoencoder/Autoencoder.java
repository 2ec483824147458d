package noisebook.autoencoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.Optional;
import noisebook.data.DataSet;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.math.Doubles;
import noisebook.math.Require;
import noisebook.nn.Conv2d;
import noisebook.nn.Init;
import noisebook.nn.Linear;
import noisebook.nn.MacCounter;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/**
 * An encoder from an image to a code z, and a decoder back (Hinton and Salakhutdinov 2006): {@code x ≈ decode(encode(x))}.
 *
 * <p>Images are (N, 1, 28, 28), float32 in [0, 1]; codes are (N, latentDim), float32, anywhere. Where the last layer is linear,
 * reconstructions may leave [0, 1] a little; the methods that give Java arrays, which work without gradients, clip them as a screen would.
 */
public final class Autoencoder extends Network {
    private static final int SIDE = DataSet.SIDE;
    private static final int PIXELS = SIDE * SIDE;

    private final int latentDim;
    private final Sequential encoder;
    private final Sequential decoder;

    private Autoencoder(int latentDim, Sequential encoder, Sequential decoder) {
        this.latentDim = latentDim;
        this.encoder = child("encoder", encoder);
        this.decoder = child("decoder", decoder);
    }

    /**
     * Fully connected, 784-256-128-d and back, with a sigmoid at the end.
     *
     * @throws IllegalArgumentException if latentDim is below 1
     */
    public static Autoencoder mlp(int latentDim) {
        checked(latentDim);
        return new Autoencoder(
                latentDim,
                Sequential.of(
                        Autoencoder::flat,
                        hidden(PIXELS, 256),
                        Ops::relu,
                        hidden(256, 128),
                        Ops::relu,
                        hidden(128, latentDim)),
                Sequential.of(
                        hidden(latentDim, 128),
                        Ops::relu,
                        hidden(128, 256),
                        Ops::relu,
                        new Linear(256, PIXELS),
                        Activation::sigmoid,
                        Autoencoder::square));
    }

    /** With PyTorch's smaller start the error after three epochs is nearly twice as large. */
    private static Linear hidden(int in, int out) {
        return new Linear(in, out, Init.he(in));
    }

    /**
     * Convolutional: 16 and 32 channels at 14 and 7 pixels, then one linear layer to the code; back by upsampling. It ends
     * linear: with one bias for all pixels, a sigmoid would first paint everything black and then stop learning.
     *
     * @throws IllegalArgumentException if latentDim is below 1
     */
    public static Autoencoder conv(int latentDim) {
        int features = 32 * 7 * 7;
        checked(latentDim);
        return new Autoencoder(
                latentDim,
                Sequential.of(
                        new Conv2d(1, 16, 3, 2, 1), // (N, 16, 14, 14)
                        Ops::leakyRelu,
                        new Conv2d(16, 32, 3, 2, 1), // (N, 32, 7, 7)
                        Ops::leakyRelu,
                        x -> x.reshape(-1, features),
                        new Linear(features, latentDim)),
                Sequential.of(
                        new Linear(latentDim, features),
                        Ops::leakyRelu,
                        x -> x.reshape(-1, 32, 7, 7),
                        Ops::upsample2x,
                        Conv2d.same3x3(32, 16), // (N, 16, 14, 14)
                        Ops::leakyRelu,
                        Ops::upsample2x,
                        Conv2d.same3x3(16, 1))); // (N, 1, 28, 28)
    }

    /**
     * One linear layer each way and nothing else: under the squared error it can only find the subspace of the first principal components
     * (Baldi and Hornik 1989).
     *
     * @throws IllegalArgumentException if latentDim is below 1
     */
    public static Autoencoder linear(int latentDim) {
        checked(latentDim);
        return new Autoencoder(
                latentDim,
                Sequential.of(Autoencoder::flat, new Linear(PIXELS, latentDim)),
                Sequential.of(new Linear(latentDim, PIXELS, Init.normal(.02f)), Autoencoder::square));
    }

    private static void checked(int latentDim) {
        Require.positive("latentDim", latentDim);
    }

    private static NDArray flat(NDArray x) {
        return x.reshape(-1, PIXELS);
    }

    private static NDArray square(NDArray x) {
        return x.reshape(-1, 1, SIDE, SIDE);
    }

    /** The codes (N, latentDim) of images (N, 1, 28, 28). */
    public NDArray encode(NDArray x) {
        return encoder.forward(Tensors.requireShape("x", x, -1, 1, SIDE, SIDE));
    }

    /** The images (N, 1, 28, 28) that codes (N, latentDim) stand for. */
    public NDArray decode(NDArray z) {
        return decoder.forward(Tensors.requireShape("z", z, -1, latentDim));
    }

    /** {@code decode(encode(x))}, (N, 1, 28, 28). */
    public NDArray reconstruct(NDArray x) {
        return decode(encode(x));
    }

    @Override
    public Optional<NDArray> fingerprint(NDManager manager) {
        return Optional.of(reconstruct(Tensors.ramp(manager, 1, SIDE, SIDE)));
    }

    /** The codes of a set of images: one row of latentDim numbers each. */
    public double[][] encode(ImageSet images) {
        return Doubles.rows(Tensors.map(images, this::encode), latentDim);
    }

    /** The images that these codes stand for. */
    public Images decode(double[][] z) {
        float[] flat = Scope.floats(manager -> Tensors.requireShape("z", Tensors.rows(manager, z), -1, latentDim));
        return Images.grey(
                SIDE,
                SIDE,
                Tensors.map(flat, new Shape(latentDim), codes -> decode(codes).clip(0, 1)));
    }

    /** The reconstructions of a set of images. */
    public Images reconstruct(ImageSet images) {
        return Images.grey(SIDE, SIDE, Tensors.map(images, x -> reconstruct(x).clip(0, 1)));
    }

    /** The mean squared error of a pixel over a set of images, clipped. */
    public double mse(ImageSet images) {
        float[] copies = reconstruct(images).values();
        float[] x = new float[images.numbers()];
        double sum = 0;
        for (int i = 0; i < images.size(); i++) {
            images.copy(i, x, 0);
            for (int k = 0; k < x.length; k++) {
                double error = (double) x[k] - copies[i * x.length + k];
                sum += error * error;
            }
        }
        return sum / copies.length;
    }

    /** What z holds: d. */
    public int latentDim() {
        return latentDim;
    }

    /** How many numbers of an image stand against one of its code: 784 / d. */
    public double compressionRatio() {
        return (double) PIXELS / latentDim;
    }

    /** Multiply-accumulates of encoding and decoding one image, counted by doing it. */
    public long macs() {
        return MacCounter.count(manager -> reconstruct(manager.zeros(new Shape(1, 1, SIDE, SIDE))));
    }

    /**
     * What one unit of each code number adds to the image of code 0: 784 rows of latentDim numbers. In a linear autoencoder these columns
     * span all that it can draw.
     */
    public double[][] basis() {
        float[] axes = new float[(latentDim + 1) * latentDim];
        for (int k = 0; k < latentDim; k++) {
            axes[(k + 1) * latentDim + k] = 1;
        }
        float[] drawn = Tensors.map(axes, new Shape(latentDim), this::decode); // code 0, then each unit
        double[][] columns = new double[PIXELS][latentDim];
        for (int i = 0; i < PIXELS; i++) {
            for (int k = 0; k < latentDim; k++) {
                columns[i][k] = (double) drawn[(k + 1) * PIXELS + i] - drawn[i];
            }
        }
        return columns;
    }
}
