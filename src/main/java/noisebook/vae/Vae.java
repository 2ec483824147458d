package noisebook.vae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import noisebook.data.DataSet;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.math.Doubles;
import noisebook.math.Require;
import noisebook.nn.Conv2d;
import noisebook.nn.Init;
import noisebook.nn.Layer;
import noisebook.nn.Linear;
import noisebook.nn.MacCounter;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.tensor.Compute;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/**
 * A variational autoencoder of 28×28 images (Kingma and Welling 2014): a trunk from image to features, two linear heads to the mean and the
 * log-variance of q(z|x), and a decoder from z to the logits of p(x|z).
 *
 * <p>The methods on Java numbers work in pieces and without gradients: codes are rows of latentDim numbers, pixels lie in [0, 1]. The same seed gives
 * the same numbers.
 */
public final class Vae extends Network {
    private static final int SIDE = DataSet.SIDE;
    private static final int PIXELS = SIDE * SIDE;

    private final int latentDim;
    private final Sequential trunk;
    private final Linear mu;
    private final Linear logVariance;
    private final Sequential decoder;

    private Vae(int latentDim, int features, Sequential trunk, Sequential decoder) {
        this.latentDim = latentDim;
        this.trunk = child("trunk", trunk);
        mu = child("mu", new Linear(features, latentDim));
        logVariance = child("logVariance", new Linear(features, latentDim));
        this.decoder = child("decoder", decoder);
    }

    /**
     * Fully connected: 784 → hidden layers → latentDim, and the same back.
     *
     * @param latentDim size of a code
     * @param hidden sizes of the layers between image and code, at least one
     * @throws IllegalArgumentException if a size is less than 1
     */
    public static Vae mlp(int latentDim, int... hidden) {
        Require.positive("latentDim", latentDim);
        Require.positive("the number of hidden layers", hidden.length);
        List<Layer> trunk = new ArrayList<>(List.of(reshape(PIXELS)));
        int width = PIXELS;
        for (int next : hidden) {
            Require.positive("hidden", next);
            addHidden(trunk, width, next);
            width = next;
        }
        List<Layer> decoder = new ArrayList<>();
        int from = latentDim;
        for (int i = hidden.length - 1; i >= 0; i--) {
            addHidden(decoder, from, hidden[i]);
            from = hidden[i];
        }
        decoder.addAll(List.of(new Linear(from, PIXELS), reshape(1, SIDE, SIDE)));
        return new Vae(latentDim, width, chain(trunk), chain(decoder));
    }

    /** With PyTorch's smaller start a plane of codes (latentDim 2) ends some 4 nats worse. */
    private static void addHidden(List<Layer> chain, int in, int out) {
        chain.addAll(List.<Layer>of(new Linear(in, out, Init.he(in)), Ops::relu));
    }

    private static Sequential chain(List<Layer> layers) {
        return Sequential.of(layers.toArray(Layer[]::new));
    }

    /**
     * Convolutional: 28 → 14 → 7 pixels by strides, back by repeating pixels, with 32 and 64 channels.
     *
     * @throws IllegalArgumentException if latentDim is less than 1
     */
    public static Vae conv(int latentDim) {
        Require.positive("latentDim", latentDim);
        int features = 64 * 7 * 7;
        Sequential trunk = Sequential.of(
                new Conv2d(1, 32, 4, 2, 1), // (N, 32, 14, 14)
                Ops::relu,
                new Conv2d(32, 64, 4, 2, 1), // (N, 64, 7, 7)
                Ops::relu,
                reshape(features));
        Sequential decoder = Sequential.of(
                new Linear(latentDim, features),
                Ops::relu,
                reshape(64, 7, 7),
                Ops::upsample2x,
                Conv2d.same3x3(64, 32), // (N, 32, 14, 14)
                Ops::relu,
                Ops::upsample2x,
                Conv2d.same3x3(32, 1)); // (N, 1, 28, 28)
        return new Vae(latentDim, features, trunk, decoder);
    }

    private static Layer reshape(long... sample) {
        long[] shape = new long[sample.length + 1];
        shape[0] = -1;
        System.arraycopy(sample, 0, shape, 1, sample.length);
        return x -> x.reshape(shape);
    }

    /** How many numbers a code has. */
    public int latentDim() {
        return latentDim;
    }

    /**
     * q(z|x) of images.
     *
     * @param x (N, 1, 28, 28) in [0, 1]
     */
    public Posterior encode(NDArray x) {
        Tensors.requireShape("x", x, -1, 1, SIDE, SIDE);
        NDArray features = trunk.forward(x);
        return new Posterior(mu.forward(features), logVariance.forward(features));
    }

    /**
     * p(x|z) of codes.
     *
     * @param z (N, latentDim)
     * @return logits of the pixels, (N, 1, 28, 28)
     */
    public NDArray decode(NDArray z) {
        return decoder.forward(Tensors.requireShape("z", z, -1, latentDim));
    }

    @Override
    public Optional<NDArray> fingerprint(NDManager manager) {
        return Optional.of(decode(encode(Tensors.ramp(manager, 1, SIDE, SIDE)).mu()));
    }

    /** The mean of q(z|x) of each image. */
    public double[][] encode(ImageSet images) {
        return codes(images, x -> encode(x).mu());
    }

    /** One sample of q(z|x) for each image: together they follow the aggregated posterior, which the KL term pulls towards N(0, I). */
    public double[][] sampleCodes(ImageSet images, long seed) {
        Compute.seed(seed, 0);
        return codes(images, x -> sample(encode(x)));
    }

    private double[][] codes(ImageSet images, UnaryOperator<NDArray> encoder) {
        return Doubles.rows(Tensors.map(images, encoder), latentDim);
    }

    private static NDArray sample(Posterior posterior) {
        NDArray mu = posterior.mu();
        return posterior.sample(mu.getManager().randomNormal(mu.getShape()));
    }

    /** The images that codes stand for: probabilities of the pixels. */
    public Images decode(double[][] codes) {
        return Images.grey(
                SIDE,
                SIDE,
                Tensors.map(Doubles.floats(codes), new Shape(latentDim), z -> Activation.sigmoid(decode(z))));
    }

    /** New images: {@code n} codes from N(0, I), decoded. */
    public Images generate(int n, long seed) {
        Compute.seed(seed, 0);
        float[] codes = Scope.floats(manager -> manager.randomNormal(new Shape(n, latentDim)));
        return decode(Doubles.rows(codes, latentDim));
    }

    /** Images as the model gives them back, from the mean of q(z|x). */
    public Images reconstruct(ImageSet images) {
        return Images.grey(
                SIDE,
                SIDE,
                Tensors.map(images, x -> Activation.sigmoid(decode(encode(x).mu()))));
    }

    /** Multiply-accumulates of encoding and decoding one image, counted by doing it. */
    public long macs() {
        return MacCounter.count(manager ->
                decode(encode(manager.zeros(new Shape(1, 1, SIDE, SIDE))).mu()));
    }

    /** The negative ELBO of a set of images, from one code an image. */
    public NegativeElbo negativeElbo(ImageSet images, long seed) {
        Compute.seed(seed, 0);
        double[][] terms = Doubles.rows(Tensors.map(images, this::terms), 2);
        return new NegativeElbo(
                Arrays.stream(terms).mapToDouble(row -> row[0]).average().orElseThrow(),
                Arrays.stream(terms).mapToDouble(row -> row[1]).average().orElseThrow());
    }

    /** Reconstruction and KL of each image, (N, 2). */
    private NDArray terms(NDArray x) {
        Posterior posterior = encode(x);
        NDArray reconstruction = VaeLoss.reconstruction(decode(sample(posterior)), x);
        return reconstruction.stack(VaeLoss.kl(posterior), 1);
    }
}
