package noisebook.flow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import noisebook.data.DataSet;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.tensor.Compute;
import noisebook.tensor.GradMode;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/**
 * Walks from noise at t = 1 to images at t = 0 against the velocity, in equal steps. Nothing is random but the start, so the seed and the labels
 * decide everything.
 *
 * <p>With guidance w the walk follows {@code v_c + w (v_c − v_none)} (Ho and Salimans 2022, eq. 6): away from what the model would draw for no
 * class, more typical and less varied. It costs a second pass.
 *
 * @param method how a step is taken
 * @param steps at least 1
 * @param guidance w, at least 0
 */
public record FlowSampler(Method method, int steps, double guidance) {
    private static final int CHUNK = 250; // images walked together: memory stays small whatever their number

    /** How a step is taken. */
    public enum Method {
        /** Straight on, with the velocity at its start; one pass. */
        EULER,
        /** With the mean of the velocities at its start and where it would end; two passes, in the last step one (Karras et al. 2022, algorithm 1). */
        HEUN
    }

    /** Checks that the walk exists. */
    public FlowSampler {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, was " + steps);
        }
        if (!(guidance >= 0)) {
            throw new IllegalArgumentException("guidance must not be negative, was " + guidance);
        }
    }

    /** Euler's method without guidance. */
    public static FlowSampler of(int steps) {
        return new FlowSampler(Method.EULER, steps, 0);
    }

    /** The same walk with guidance. */
    public FlowSampler withGuidance(double w) {
        return new FlowSampler(method, steps, w);
    }

    /**
     * Draws one picture of the size of the digits for each label, in [0, 1].
     *
     * @param labels in [0, {@link Velocity#NONE}]
     * @throws CancellationException when the thread is interrupted
     */
    public Images images(Velocity model, int[] labels, long seed) {
        List<Images> drawn = new ArrayList<>();
        try (GradMode off = GradMode.off()) {
            for (int from = 0; from < labels.length; from += CHUNK) {
                int[] asked = Arrays.copyOfRange(labels, from, Math.min(from + CHUNK, labels.length));
                Compute.seed(seed, from);
                Images some = Images.of(1, DataSet.SIDE, DataSet.SIDE, PixelRange.SIGNED, walk(model, asked));
                drawn.add(some.in(PixelRange.UNIT).clipped());
            }
        }
        return Images.join(drawn);
    }

    private float[] walk(Velocity model, int[] asked) {
        try (Scope scope = Scope.open()) {
            NDManager manager = scope.manager();
            NDArray labels = manager.create(Arrays.stream(asked).asLongStream().toArray());
            NDArray x = manager.randomNormal(new Shape(asked.length, 1, DataSet.SIDE, DataSet.SIDE));
            for (int i = 0; i < steps; i++) {
                if (Thread.interrupted()) {
                    throw new CancellationException("sampling was stopped after " + i + " of " + steps + " steps");
                }
                try (Scope step = Scope.open()) {
                    Tensors.copy(next(model, x, labels, 1 - i / (double) steps, i == steps - 1), x);
                }
            }
            return x.toFloatArray();
        }
    }

    private NDArray next(Velocity model, NDArray x, NDArray labels, double t, boolean last) {
        double stride = 1.0 / steps;
        NDArray here = guided(model, x, labels, t);
        NDArray euler = x.sub(here.mul(stride));
        if (method == Method.EULER || last) {
            return euler;
        }
        NDArray there = guided(model, euler, labels, t - stride);
        return x.sub(here.add(there).mul(stride / 2));
    }

    private NDArray guided(Velocity model, NDArray x, NDArray labels, double t) {
        NDArray times = x.getManager().full(new Shape(labels.size()), (float) t);
        NDArray asked = model.at(x, times, labels);
        if (guidance == 0) {
            return asked;
        }
        NDArray free = model.at(x, times, labels.zerosLike().add(Velocity.NONE));
        return asked.add(asked.sub(free).mul(guidance));
    }
}
