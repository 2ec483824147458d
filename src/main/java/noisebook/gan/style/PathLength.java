package noisebook.gan.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import noisebook.tensor.Gradients;
import noisebook.tensor.Ops;
import noisebook.tensor.ParameterList;

/**
 * The length of the path that a picture goes when its w goes a step, and the penalty that asks for the same length everywhere (Karras et al. 2020, section 3.2): {@code E (‖Jᵀ y‖ − a)²} with
 * y of N(0, I) and a the running mean of the length.
 */
final class PathLength {
    private static final double DECAY = .01; // of a: the share of what is new

    private PathLength() {}

    /**
     * {@code ‖Jᵀ y‖} of each picture, with {@code y / √pixels}: the mean square over layers, its root (N).
     *
     * @param styles (N, L, 64), with a recorded way to the images
     * @param images (N, 1, H, W)
     */
    static NDArray of(NDArray styles, NDArray images) {
        Shape shape = images.getShape();
        NDArray y = images.getManager().randomNormal(shape);
        NDArray seen = Ops.scale(images.mul(y).sum(), 1 / Math.sqrt((double) (shape.get(2) * shape.get(3))));
        NDArray slope = Gradients.recorded(seen, List.of(styles)).head();
        return slope.square().sum(new int[] {2}).mean(new int[] {1}).add(1e-12f).sqrt();
    }

    /** The penalty of a batch; the running mean follows. */
    static NDArray penalty(NDArray lengths, NDArray mean) {
        ParameterList.lerp(List.of(mean), List.of(lengths.stopGradient().mean().reshape(1)), DECAY);
        return lengths.sub(lengths.zerosLike().add(mean.stopGradient()))
                .square()
                .mean();
    }
}
