package noisebook.gan;

/**
 * A GAN on points at one moment of its training.
 *
 * @param step training steps done
 * @param discriminatorLoss mean since the snapshot before, in nats
 * @param generatorLoss mean since the snapshot before, in nats
 * @param samples of the generator from the same z every time, (n, dim) row-major
 * @param pulls where the generator's loss pushes each of them, of the same shape
 * @param probabilities D(x) at the points that were asked for
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record GanSnapshot(
        int step,
        double discriminatorLoss,
        double generatorLoss,
        float[] samples,
        float[] pulls,
        float[] probabilities) {}
