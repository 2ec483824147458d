package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.concurrent.CancellationException;
import noisebook.data.DataSet;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.math.NoiseSchedule;
import noisebook.tensor.Compute;
import noisebook.tensor.GradMode;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/**
 * The reverse process: starts at x_T from N(0, I) and walks to x_0 by asking a model for the noise again and again. One seed decides x_T
 * and all fresh noise; the same seed gives the same bytes, and every sampler the same x_T.
 */
public interface Sampler {
    /** Samples in one pass of the model; more are walked in parts. */
    int CHUNK = 250;

    /** The schedule that the model was trained with. */
    NoiseSchedule schedule();

    /** The walk from T down, one network pass a step. */
    List<ReverseStep> path();

    /** Predictions of x_0 are kept in ±limit; infinite for data without bounds. Pixels have the limit 1. */
    double limit();

    /**
     * Draws samples.
     *
     * @param shape of all samples together, (N, …)
     * @param listener sees every step
     * @return x_0, row-major
     * @throws CancellationException when the thread is interrupted
     */
    default float[] sample(Denoiser model, Shape shape, long seed, SamplingListener listener) {
        List<ReverseStep> path = path();
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Compute.seed(seed, 0);
            NDArray x = scope.manager().randomNormal(shape);
            for (int i = 0; i < path.size(); i++) {
                if (Thread.interrupted()) {
                    throw new CancellationException(
                            "sampling was stopped after " + i + " of " + path.size() + " steps");
                }
                Compute.seed(seed, i + 1L);
                try (Scope step = Scope.open()) {
                    advance(model, x, path.get(i), i, listener, step);
                }
            }
            return x.toFloatArray();
        }
    }

    /** Draws samples unobserved. */
    default float[] sample(Denoiser model, Shape shape, long seed) {
        return sample(model, shape, seed, SamplingListener.NONE);
    }

    /** Draws pictures of the size of the digits, in [0, 1]. */
    default Images images(Denoiser model, int n, long seed, SamplingListener listener) {
        float[] drawn = sample(model, new Shape(n, 1, DataSet.SIDE, DataSet.SIDE), seed, listener);
        return Images.of(1, DataSet.SIDE, DataSet.SIDE, PixelRange.SIGNED, drawn)
                .in(PixelRange.UNIT);
    }

    /**
     * Draws points of the plane.
     *
     * @return (n, 2)
     */
    default double[][] points(Denoiser model, int n, long seed, SamplingListener listener) {
        float[] flat = sample(model, new Shape(n, 2), seed, listener);
        double[][] points = new double[n][2];
        for (int i = 0; i < flat.length; i++) {
            points[i / 2][i % 2] = flat[i];
        }
        return points;
    }

    /** One step, which overwrites x. */
    private void advance(
            Denoiser model, NDArray x, ReverseStep step, int index, SamplingListener listener, Scope scope) {
        NDArray x0 = predictX0(epsilon(model, x, step.t()), x, step.t());
        listener.onStep(index, path().size(), step.t(), x, x0);
        NDArray next = x0.mul(step.x0Weight()).add(x.mul(step.xtWeight()));
        if (step.sigma() > 0) {
            next = next.add(scope.manager().randomNormal(x.getShape()).mul(step.sigma()));
        }
        Tensors.copy(next, x);
    }

    /** What the model answers, asked about a part of the samples at a time: memory stays small whatever their number. */
    private static NDArray epsilon(Denoiser model, NDArray x, int t) {
        NDArray epsilon = x.zerosLike();
        long n = x.getShape().get(0);
        for (long from = 0; from < n; from += CHUNK) {
            long to = Math.min(from + CHUNK, n);
            NDIndex some = new NDIndex("{}:{}", from, to);
            try (Scope scope = Scope.open()) {
                NDArray times = scope.manager().full(new Shape(to - from), t);
                epsilon.set(some, model.predictEpsilon(x.get(some), times));
            }
        }
        return epsilon;
    }

    /** {@code x_0 = (x_t − √(1 − ᾱ_t) ε) / √ᾱ_t}, kept within the limit. */
    private NDArray predictX0(NDArray epsilon, NDArray xt, int t) {
        double alphaBar = schedule().alphaBar(t);
        NDArray x0 = xt.sub(epsilon.mul(Math.sqrt(1 - alphaBar))).mul(1 / Math.sqrt(alphaBar));
        return Double.isInfinite(limit()) ? x0 : x0.clip(-limit(), limit());
    }
}
