package noisebook.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import noisebook.tensor.Autocast;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Objective;
import noisebook.train.TrainingLoop;

/**
 * The game of two convolutional networks over images, with or without classes: a fake is painted for the class of each real image, and both are
 * judged as that class (Mirza and Osindero 2014, eq. 2).
 */
public record DcGan(DcGenerator generator, DcDiscriminator discriminator) {
    /** In the log of a training: mean D(x) of the real images, in (0, 1). */
    public static final String REAL = "D(x)";

    /** In the log of a training: mean D(G(z)) of the fakes, in (0, 1). */
    public static final String FAKE = "D(G(z))";

    /**
     * The training loop: in each step the discriminator moves, then the generator, each with the other frozen.
     *
     * @param real images (B, 1, 28, 28) in [0, 1] and, where there are classes, labels (B), int64
     */
    public TrainingLoop loop(Batches real, GanOptions options) {
        Objective discriminate = this::discriminatorLoss;
        Objective generate = (batch, random) -> Loss.of(options.generatorLoss().of(fakeLogits(batch, random)));
        return options.loop(
                real, discriminator, discriminate.in(Autocast::bfloat16), generator, generate.in(Autocast::bfloat16));
    }

    private Loss discriminatorLoss(NDList batch, NDManager random) {
        NDArray real = discriminator.logits(batch.head(), labels(batch));
        NDArray fake = fakeLogits(batch, random);
        return Loss.of(GanLoss.discriminator(real, fake), REAL, meanProbability(real), FAKE, meanProbability(fake));
    }

    private NDArray fakeLogits(NDList batch, NDManager random) {
        NDArray z = generator.noise(random, batch.head().size(0));
        return discriminator.logits(generator.forward(generator.asked(z, labels(batch))), labels(batch));
    }

    /** Networks without classes do not look at it. */
    private static NDArray labels(NDList batch) {
        return batch.get(batch.size() - 1);
    }

    private static NDArray meanProbability(NDArray logits) {
        return Activation.sigmoid(logits.stopGradient()).mean();
    }
}
