package noisebook.gan;

import java.util.ArrayList;
import java.util.List;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.TrainingListener;

/**
 * How far each network of a GAN goes in each turn of a training, as the Euclidean norm of the change of its parameters; read before a turn's
 * batch is drawn, so between the turns of one step.
 *
 * @param discriminator one distance a turn: 0 where it was the generator's
 * @param generator one distance a turn: 0 where it was the discriminator's
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record StepLengths(double[] discriminator, double[] generator) {
    /** Trains the GAN on a ring and notes its moves. */
    public static StepLengths of(Gan gan, GaussianRing ring, GanOptions options) {
        List<float[]> discriminator = new ArrayList<>();
        List<float[]> generator = new ArrayList<>();
        Runnable look = () -> {
            discriminator.add(weights(gan, Gan.DISCRIMINATOR));
            generator.add(weights(gan, Gan.GENERATOR));
        };
        Batches watched = Batches.generated((manager, n) -> {
            look.run();
            return ring.draw(manager, n);
        });
        gan.loop(watched, options).run(TrainingListener.NONE);
        look.run();
        return new StepLengths(distances(discriminator), distances(generator));
    }

    private static float[] weights(Gan gan, String part) {
        List<float[]> tensors = new ArrayList<>();
        gan.tensors().forEach((name, tensor) -> {
            if (name.startsWith(part + ".")) {
                tensors.add(Tensors.floats(tensor));
            }
        });
        float[] all =
                new float[tensors.stream().mapToInt(values -> values.length).sum()];
        int end = 0;
        for (float[] values : tensors) {
            System.arraycopy(values, 0, all, end, values.length);
            end += values.length;
        }
        return all;
    }

    private static double[] distances(List<float[]> positions) {
        double[] distances = new double[positions.size() - 1];
        for (int turn = 0; turn < distances.length; turn++) {
            double sum = 0;
            for (int i = 0; i < positions.get(turn).length; i++) {
                double change = (double) positions.get(turn + 1)[i] - positions.get(turn)[i];
                sum += change * change;
            }
            distances[turn] = Math.sqrt(sum);
        }
        return distances;
    }
}
