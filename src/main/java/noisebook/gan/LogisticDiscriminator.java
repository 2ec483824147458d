package noisebook.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import noisebook.nn.Layer;
import noisebook.nn.Linear;
import noisebook.nn.Network;
import noisebook.tensor.Tensors;
import noisebook.train.Loss;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Logistic regression on the features [1, x, x²]: logits {@code c₀ + c₁ x + c₂ x²}. Between two Gaussians the optimal logit has this form, so
 * training can find it exactly. (N, 1) to (N, 1).
 */
public final class LogisticDiscriminator extends Network implements Layer {
    private final Linear linear = child("linear", new Linear(2, 1));

    @Override
    public NDArray forward(NDArray x) {
        return linear.forward(NDArrays.concat(new NDList(x, x.square()), 1));
    }

    /** The loop that trains it to tell fresh samples of two Gaussians apart. */
    public TrainingLoop loop(NormalDistribution real, NormalDistribution fake, TrainingOptions options) {
        return TrainingLoop.of(
                this,
                GaussianPoints.batches(real),
                (batch, random) -> {
                    NDArray x = batch.head();
                    NDArray y = GaussianPoints.draw(fake, x.size(0), random);
                    return Loss.of(GanLoss.discriminator(forward(x), forward(y)));
                },
                options);
    }

    /** {c₀, c₁, c₂}. */
    public double[] coefficients() {
        float[] weight = Tensors.floats(trainedTensors().get(0));
        float[] bias = Tensors.floats(trainedTensors().get(1));
        return new double[] {bias[0], weight[0], weight[1]};
    }

    /** The logit of one point. */
    public double logit(double x) {
        double[] c = coefficients();
        return c[0] + c[1] * x + c[2] * x * x;
    }
}
