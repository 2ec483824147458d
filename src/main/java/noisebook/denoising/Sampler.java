package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.math.DdimStep;
import noisebook.math.Doubles;
import noisebook.math.GaussianPath;
import noisebook.math.Prediction;
import noisebook.math.Require;
import noisebook.tensor.Compute;
import noisebook.tensor.GradMode;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * A walk from noise to data: it starts at the end of the model's path from N(0, I) and asks the model again and again, at evenly spaced times.
 * Any walk can be taken with any model, whatever the model predicts. One seed decides the start and all fresh noise; the same seed gives the
 * same bytes, and every walk the same start.
 */
public final class Sampler {
    /** Samples in one pass of the model; more are walked in parts. */
    static final int CHUNK = 250;

    private final Method method;
    private final int steps;
    private final double eta;
    private final double limit;
    private final float @Nullable [] given; // where the walk starts, row-major

    /** How a step is taken. */
    private enum Method {
        DDIM,
        EULER,
        HEUN
    }

    private Sampler(Method method, int steps, double eta, double limit, float @Nullable [] given) {
        this.method = method;
        this.steps = Require.positive("steps", steps);
        this.eta = DdimStep.requireEta(eta);
        this.limit = limit;
        this.given = given;
    }

    /**
     * Ancestral sampling: each step is a draw from {@code q(x_s | x_t, x_0)} at the predicted x_0. In T steps it is algorithm 2 of Ho et al. 2020
     * with σ² = β̃ ({@code p_sample} in the papers' code); in fewer it takes larger strides. The last step adds no noise.
     */
    public static Sampler ddpm(int steps) {
        return ddim(steps, 1);
    }

    /** Deterministic strides: x_0 and ε are predicted and mixed anew for the next time (Song et al. 2021, eq. 12 with η = 0). */
    public static Sampler ddim(int steps) {
        return ddim(steps, 0);
    }

    /**
     * The same with fresh noise.
     *
     * @param eta from 0 (none: the start decides everything) to 1 ({@link #ddpm})
     */
    public static Sampler ddim(int steps, double eta) {
        return new Sampler(Method.DDIM, steps, eta, 1, null);
    }

    /** Straight on, with the velocity at the start of each step: on a curved path, such as that of DDPM, off on a tangent. */
    public static Sampler euler(int steps) {
        return new Sampler(Method.EULER, steps, 0, 1, null);
    }

    /**
     * With the mean of the velocities at the start of each step and where it would end: two passes, in the last step one (Karras et al. 2022,
     * algorithm 1).
     */
    public static Sampler heun(int steps) {
        return new Sampler(Method.HEUN, steps, 0, 1, null);
    }

    /** The same for data without bounds; otherwise the x_0 through which DDPM and DDIM step are kept in ±1, as pixels are. */
    public Sampler unlimited() {
        return new Sampler(method, steps, eta, Double.POSITIVE_INFINITY, given);
    }

    /**
     * The same from noise that is given: that of another walk, or what {@link #invert} has found.
     *
     * @param noise x at the end of the path, row-major; as many numbers as the samples that are drawn have
     */
    public Sampler from(float[] noise) {
        return new Sampler(method, steps, eta, limit, noise.clone());
    }

    /** Number of steps. */
    public int steps() {
        return steps;
    }

    /**
     * Draws samples.
     *
     * @param n at least 1
     * @param about what each is to show
     * @param listener sees every step
     * @return x_0, row-major, (n, …)
     * @throws CancellationException when the thread is interrupted
     */
    public float[] sample(Denoiser model, int n, Condition about, long seed, SamplingListener listener) {
        try (Scope scope = Scope.open()) {
            return walk(model, model.process().path().end(), start(model, n, seed, scope), about, seed, listener);
        }
    }

    /** Draws samples of nothing in particular, unobserved. */
    public float[] sample(Denoiser model, int n, long seed) {
        return sample(model, n, Condition.none(), seed, SamplingListener.NONE);
    }

    /** Draws pictures, in [0, 1]; see {@link #sample(Denoiser, int, Condition, long, SamplingListener)}. */
    public Images images(Denoiser model, int n, Condition about, long seed, SamplingListener listener) {
        return pictures(model, sample(model, n, about, seed, listener));
    }

    /** Draws pictures of nothing in particular, in [0, 1]. */
    public Images images(Denoiser model, int n, long seed, SamplingListener listener) {
        return images(model, n, Condition.none(), seed, listener);
    }

    /** The same, unobserved. */
    public Images images(Denoiser model, int n, long seed) {
        return images(model, n, seed, SamplingListener.NONE);
    }

    /**
     * Draws variations of pictures: they are noised up to a time and walked back from there, and the more noise, the less of them is kept
     * (SDEdit; Meng et al. 2022).
     *
     * @param of pictures of the model's shape
     * @param t where the walk starts, in (0, end]
     * @param about what each is to show
     * @return as many pictures, in [0, 1]
     */
    public Images variations(
            Denoiser model, Images of, double t, Condition about, long seed, SamplingListener listener) {
        try (Scope scope = Scope.open()) {
            NDArray epsilon = start(model, of.count(), seed, scope);
            NDArray x0 = Tensors.images(scope.manager(), of.in(PixelRange.SIGNED));
            Tensors.requireShape("pictures", x0, epsilon.getShape().getShape());
            NDArray times = scope.manager().full(new Shape(of.count()), (float) t);
            NDArray xt = model.process().diffuse(x0, times, epsilon);
            return pictures(model, walk(model, t, xt, about, seed, listener));
        }
    }

    /**
     * Draws points of the plane.
     *
     * @return (n, 2)
     */
    public double[][] points(Denoiser model, int n, long seed, SamplingListener listener) {
        Require.that(model.sampleShape().equals(new Shape(2)), "the samples must be points, (2)", model.sampleShape());
        return Doubles.rows(sample(model, n, Condition.none(), seed, listener), 2);
    }

    private static Images pictures(Denoiser model, float[] samples) {
        return SampleShapes.pictures(model.sampleShape(), samples)
                .in(PixelRange.UNIT)
                .clipped();
    }

    /**
     * The noise from which walks with a seed start.
     *
     * @return (n, …), row-major
     */
    public static float[] noise(Denoiser model, int n, long seed) {
        try (Scope scope = Scope.open()) {
            return noise(model, n, seed, scope).toFloatArray();
        }
    }

    private static NDArray noise(Denoiser model, int n, long seed, Scope scope) {
        Require.positive("the number of samples", n);
        Compute.seed(seed, 0);
        return scope.manager().randomNormal(new Shape(n).addAll(model.sampleShape()));
    }

    /** n samples of nothing but noise. */
    private NDArray start(Denoiser model, int n, long seed, Scope scope) {
        if (given == null) {
            return noise(model, n, seed, scope);
        }
        long wanted = n * model.sampleShape().size();
        Require.that(
                given.length == wanted,
                "the noise to start from must be " + wanted + " numbers for " + n + " samples",
                given.length);
        return scope.manager().create(given, new Shape(n).addAll(model.sampleShape()));
    }

    /**
     * Walks backwards, from samples to the noise that they would come from: the same steps, in the other direction (Song et al. 2021, section 4.3). Each step asks the
     * model where it begins, and the step that it undoes begins at the other end; so a sample comes back changed by a little, and by less with more steps.
     *
     * @param x0 samples on the model's scale, row-major
     * @param about what each shows
     * @return noise for {@link #from}, row-major
     * @throws IllegalArgumentException when the walk adds fresh noise, which cannot be undone
     */
    public float[] invert(Denoiser model, float[] x0, Condition about, SamplingListener listener) {
        Require.that(eta == 0, "a walk with fresh noise cannot be undone: take eta = 0", eta);
        long size = model.sampleShape().size();
        Require.that(
                x0.length > 0 && x0.length % size == 0, "the samples must have " + size + " numbers each", x0.length);
        double[] down = model.process().path().stops(model.process().path().end(), steps);
        double[] stops = new double[steps + 1];
        Arrays.setAll(stops, i -> down[steps - i]);
        try (Scope scope = Scope.open()) {
            NDArray x = scope.manager().create(x0, new Shape(x0.length / size).addAll(model.sampleShape()));
            return walk(model, stops, x, about, 0, listener);
        }
    }

    /** The same for pictures. */
    public float[] invert(Denoiser model, Images pictures, Condition about) {
        return invert(model, pictures.in(PixelRange.SIGNED).values(), about, SamplingListener.NONE);
    }

    /** Walks from x at a time to the data, overwriting x. */
    private float[] walk(
            Denoiser model, double from, NDArray x, Condition about, long seed, SamplingListener listener) {
        return walk(model, model.process().path().stops(from, steps), x, about, seed, listener);
    }

    /** Walks from stop to stop, overwriting x. */
    private float[] walk(
            Denoiser model, double[] stops, NDArray x, Condition about, long seed, SamplingListener listener) {
        about.requireSize((int) x.size(0));
        try (GradMode off = GradMode.off()) {
            for (int i = 0; i < steps; i++) {
                if (Thread.interrupted()) {
                    throw new CancellationException("sampling was stopped after " + i + " of " + steps + " steps");
                }
                Compute.seed(seed, i + 1L);
                try (Scope scope = Scope.open()) {
                    Step step = new Step(i, stops[i], stops[i + 1], listener, scope);
                    Tensors.copy(
                            method == Method.DDIM ? mixed(model, x, about, step) : moved(model, x, about, step), x);
                }
            }
            return x.toFloatArray();
        }
    }

    /** A step from t to s. */
    private record Step(int index, double t, double s, SamplingListener listener, Scope scope) {}

    /** {@code x_s = a_s x_0 + √(b_s² − σ²) ε + σ · noise}, in which ε is what x_t and x_0 leave over. */
    private NDArray mixed(Denoiser model, NDArray x, Condition about, Step step) {
        GaussianPath path = model.process().path();
        NDArray guessed = ask(model, Prediction.X0, x, step.t(), about);
        NDArray x0 = Double.isInfinite(limit) ? guessed : guessed.clip(-limit, limit);
        step.listener().onStep(step.index(), steps, step.t(), x, x0);
        if (step.t() == 0) {
            return Ops.scale(x, path.signal(step.s())); // of the noise nothing is known yet, and its mean is 0
        }
        DdimStep next = step.s() < step.t()
                ? DdimStep.of(path, step.t(), step.s(), eta)
                : new DdimStep(path.signal(step.s()), path.noise(step.s()), 0);
        double xtWeight = next.epsilonCoefficient() / path.noise(step.t());
        double x0Weight = next.x0Coefficient() - xtWeight * path.signal(step.t());
        NDArray mixed = Ops.scale(x0, x0Weight).add(Ops.scale(x, xtWeight));
        return next.sigma() == 0
                ? mixed
                : mixed.add(Ops.scale(step.scope().manager().randomNormal(x.getShape()), next.sigma()));
    }

    /** {@code x_s = x_t + (clock_s − clock_t) v}, with the velocity here or the mean of those here and there. */
    private NDArray moved(Denoiser model, NDArray x, Condition about, Step step) {
        ForwardProcess process = model.process();
        NDArray here = ask(model, Prediction.VELOCITY, x, step.t(), about);
        if (step.listener() != SamplingListener.NONE) {
            NDArray times = x.getManager().full(new Shape(x.size(0)), (float) step.t());
            NDArray x0 = process.convert(Prediction.VELOCITY, Prediction.X0, here, x, times);
            step.listener().onStep(step.index(), steps, step.t(), x, x0);
        }
        double stride = process.path().clock(step.s()) - process.path().clock(step.t());
        NDArray straightOn = x.add(Ops.scale(here, stride));
        if (method == Method.EULER || step.s() == 0) {
            return straightOn;
        }
        NDArray there = ask(model, Prediction.VELOCITY, straightOn, step.s(), about);
        return x.add(Ops.scale(here.add(there), stride / 2));
    }

    /** What the model answers, asked about a part of the samples at a time: memory stays small whatever their number. */
    private static NDArray ask(Denoiser model, Prediction wanted, NDArray x, double t, Condition about) {
        if (t == 0) { // x is x_0, and says nothing of ε, whose mean is 0
            return Ops.scale(x, wanted.of(1, 0, model.process().path(), 0));
        }
        NDArray answers = x.zerosLike();
        int n = (int) x.size(0);
        for (int from = 0; from < n; from += CHUNK) {
            int to = Math.min(from + CHUNK, n);
            NDIndex some = new NDIndex("{}:{}", from, to);
            try (Scope scope = Scope.open()) {
                NDArray times = scope.manager().full(new Shape(to - from), (float) t);
                answers.set(some, model.guess(wanted, x.get(some), times, about.range(from, to)));
            }
        }
        return answers;
    }

    @Override
    public String toString() {
        return method + " in " + steps + " steps" + (eta == 0 ? "" : ", eta = " + eta);
    }
}
