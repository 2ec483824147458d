package noisebook.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import noisebook.nn.Linear;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.tensor.Compute;
import noisebook.tensor.Gradients;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.TrainingLoop;

/**
 * Two networks that play against each other (Goodfellow et al. 2014): a generator from noise z, (N, latentDim) from N(0, I), to samples, and a
 * discriminator from samples to logits, (N, 1), high for real.
 */
public final class Gan extends Network {
    static final String GENERATOR = "generator";
    static final String DISCRIMINATOR = "discriminator";
    private static final long SAMPLING = -2; // a stream of random numbers that no training step uses

    private final int latentDim;
    private final int dim;
    private final Sequential generator;
    private final Sequential discriminator;

    private Gan(int latentDim, int dim, Sequential generator, Sequential discriminator) {
        this.latentDim = latentDim;
        this.dim = dim;
        this.generator = child(GENERATOR, generator);
        this.discriminator = child(DISCRIMINATOR, discriminator);
    }

    /**
     * Two networks of two hidden layers each, for points of a small dimension.
     *
     * @param latentDim size of z
     * @param dim size of a point
     * @param width of each hidden layer
     */
    public static Gan ofPoints(int latentDim, int dim, int width) {
        return new Gan(latentDim, dim, perceptron(latentDim, width, dim), perceptron(dim, width, 1));
    }

    private static Sequential perceptron(int in, int width, int out) {
        return Sequential.of(
                new Linear(in, width),
                Ops::leakyRelu,
                new Linear(width, width),
                Ops::leakyRelu,
                new Linear(width, out));
    }

    /** The training loop: in each step the discriminator moves, then the generator, each with the other frozen. */
    public TrainingLoop loop(Batches real, GanOptions options) {
        GeneratorLoss loss = options.generatorLoss();
        return options.loop(
                real,
                discriminator,
                (batch, random) -> Loss.of(discriminatorLoss(batch.head(), random)),
                generator,
                (batch, random) -> Loss.of(loss.of(fakeLogits(batch.head().size(0), random))));
    }

    private NDArray discriminatorLoss(NDArray real, NDManager random) {
        return GanLoss.discriminator(discriminator.forward(real), fakeLogits(real.size(0), random));
    }

    private NDArray fakeLogits(long n, NDManager random) {
        return discriminator.forward(generate(n, random));
    }

    private NDArray generate(long n, NDManager random) {
        return generator.forward(random.randomNormal(new Shape(n, latentDim)));
    }

    /** {@code n} samples, (n, dim) row-major; the same seed gives the same. */
    public float[] sample(int n, long seed) {
        return Scope.floats(manager -> {
            Compute.seed(seed, SAMPLING);
            return generate(n, manager);
        });
    }

    /** {@code D(x)} of each point, (N, dim) row-major, in (0, 1). */
    public float[] probabilities(float[] points) {
        return Scope.floats(manager -> Activation.sigmoid(discriminator.forward(tensor(points, manager))));
    }

    /** Where the generator's loss pushes each point, (N, dim) row-major: minus its gradient, as if the point were the whole batch. */
    public float[] pulls(float[] points, GeneratorLoss loss) {
        return Scope.floats(manager -> {
            NDArray x = tensor(points, manager);
            float n = x.getShape().get(0);
            return Gradients.of(p -> Ops.scale(loss.of(discriminator.forward(p)), -n), x);
        });
    }

    private NDArray tensor(float[] points, NDManager manager) {
        return manager.create(points, new Shape(points.length / dim, dim));
    }
}
