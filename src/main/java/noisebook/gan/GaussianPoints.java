package noisebook.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import noisebook.tensor.Ops;
import noisebook.train.Batches;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Points of one Gaussian on a line, (N, 1): the data set on which every quantity of the game has a closed form. */
public final class GaussianPoints {
    private GaussianPoints() {}

    /** Fresh points (B, 1) for every training step. */
    public static Batches batches(NormalDistribution normal) {
        return Batches.generated((manager, n) -> draw(normal, n, manager));
    }

    static NDArray draw(NormalDistribution normal, long n, NDManager manager) {
        return Ops.scale(manager.randomNormal(new Shape(n, 1)), normal.getStandardDeviation())
                .add((float) normal.getMean());
    }
}
