package noisebook.gan.style;

import ai.djl.ndarray.NDArray;
import java.util.List;
import noisebook.nn.EqualizedLinear;
import noisebook.nn.Init;
import noisebook.nn.Layer;
import noisebook.nn.Network;
import noisebook.nn.Parameter;
import noisebook.nn.Sequential;
import noisebook.tensor.Ops;
import noisebook.tensor.ParameterList;
import noisebook.tensor.Tensors;

/**
 * Four layers that turn z into w, (N, 64) to (N, 64): the space of z is a ball whatever the data are, that of w may take the shape that suits them (Karras et al. 2019, section 2).
 * It learns a hundred times as slowly as the rest, and keeps the mean of its w along the training, the middle to which {@link StyleGenerator#truncated} draws.
 */
final class MappingNetwork extends Network {
    static final int SIZE = 64; // of z and w

    private static final int DEPTH = 4;
    private static final double RATE = .01; // of learning, beside that of the other layers
    private static final double DECAY = .995; // of the mean of w
    private static final double STABILIZER = 1e-8;

    private final Sequential layers;
    private final Parameter mean;

    MappingNetwork() {
        Layer[] all = new Layer[2 * DEPTH];
        for (int i = 0; i < all.length; i += 2) {
            all[i] = new EqualizedLinear(SIZE, SIZE, Math.sqrt(2), RATE);
            all[i + 1] = Ops::leakyRelu;
        }
        layers = child("layers", Sequential.of(all));
        mean = buffer("mean", Init.constant(0), SIZE);
    }

    /** Maps; in training the mean follows. */
    NDArray forward(NDArray z) {
        Tensors.requireShape("z", z, -1, SIZE);
        NDArray length = z.square().mean(new int[] {1}, true).add(STABILIZER).sqrt();
        NDArray w = layers.forward(z.div(length));
        if (training()) {
            ParameterList.lerp(List.of(mean.value()), List.of(w.stopGradient().mean(new int[] {0})), 1 - DECAY);
        }
        return w;
    }

    /** w̄, (64). */
    NDArray mean() {
        return mean.value();
    }
}
