package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import noisebook.math.DdimStep;
import noisebook.math.GaussianPath;
import noisebook.math.Prediction;
import noisebook.math.StraightPath;

/**
 * A path from data to noise on tensors: {@code x_t = a(t) x_0 + b(t) ε}, each sample of a batch at its own t ({@code √ᾱ_t x_0 + √(1 − ᾱ_t) ε}
 * for DDPM, Ho et al. 2020, eq. 4). x_0 is (N, …), float32; images have pixels in [−1, 1]. Times are (N), float32.
 */
public final class ForwardProcess {
    private final GaussianPath path;

    private ForwardProcess(GaussianPath path) {
        this.path = path;
    }

    /** The forward process along a path: a noise schedule, or a straight line. */
    public static ForwardProcess of(GaussianPath path) {
        return new ForwardProcess(path);
    }

    /** That of flow matching. */
    public static ForwardProcess straight() {
        return of(new StraightPath());
    }

    /** Its path, in doubles. */
    public GaussianPath path() {
        return path;
    }

    /** {@code n} times, all equally likely, as training draws them: of 1..T, T included, or uniform in [0, 1). */
    public NDArray drawTimes(NDManager random, int n) {
        Shape each = new Shape(n);
        return path.whole()
                ? random.randomInteger(1, (long) path.end() + 1, each, DataType.INT64)
                        .toType(DataType.FLOAT32, false)
                : random.randomUniform(0, (float) path.end(), each);
    }

    /**
     * The noised sample ({@code q_sample} in the papers' code).
     *
     * @param t in [0, T]
     * @param epsilon standard normal, the shape of {@code x0}
     * @return x_t, the same shape
     */
    public NDArray diffuse(NDArray x0, NDArray t, NDArray epsilon) {
        return x0.mul(signal(t, x0)).add(epsilon.mul(noise(t, x0)));
    }

    /**
     * One step of the chain of noising, a draw from {@code q(x_t | x_{t−1})}.
     *
     * @param before x_{t−1}
     * @param t in 1..T, of a path of whole steps
     * @param fresh standard normal, the shape of {@code before}
     * @return x_t, the same shape
     */
    public NDArray stepOn(NDArray before, NDArray t, NDArray fresh) {
        return before.mul(each(t, before, this::kept)).add(fresh.mul(each(t, before, time -> {
            double old = kept(time) * path.noise(time - 1);
            return Math.sqrt(path.noise(time) * path.noise(time) - old * old);
        })));
    }

    private double kept(double t) {
        return path.signal(t) / path.signal(t - 1);
    }

    /**
     * One step back when x_0 is known, a draw from {@code q(x_{t−1} | x_t, x_0)}: {@link noisebook.math.DiffusionPosterior} on tensors.
     *
     * @param t in 1..T, of a path of whole steps
     * @param fresh standard normal, the shape of {@code x0}; zeros for the mean
     * @return x_{t−1}, the same shape; at t = 1 it is x_0
     */
    public NDArray stepBack(NDArray x0, NDArray xt, NDArray t, NDArray fresh) {
        NDArray epsilon = convert(Prediction.X0, Prediction.EPSILON, x0, xt, t);
        return x0.mul(each(t, x0, time -> back(time).x0Coefficient()))
                .add(epsilon.mul(each(t, x0, time -> back(time).epsilonCoefficient())))
                .add(fresh.mul(each(t, x0, time -> back(time).sigma())));
    }

    private DdimStep back(double t) {
        return DdimStep.of(path, t, t - 1, 1);
    }

    /** What a model should predict, the shape of {@code x0}. */
    public NDArray target(Prediction predicts, NDArray x0, NDArray t, NDArray epsilon) {
        return switch (predicts) {
            case EPSILON -> epsilon;
            case X0 -> x0;
            case VELOCITY -> x0.mul(each(t, x0, path::signalRate)).add(epsilon.mul(each(t, x0, path::noiseRate)));
        };
    }

    /** One prediction at x_t as another one, the shape of {@code xt}. */
    public NDArray convert(Prediction from, Prediction to, NDArray predicted, NDArray xt, NDArray t) {
        if (from == to) {
            return predicted;
        }
        Prediction.Conversion[] weights = new Prediction.Conversion[(int) t.size()];
        float[] times = times(t);
        Arrays.setAll(weights, i -> from.to(to, path, times[i]));
        return xt.mul(column(t, xt, i -> weights[i].ofXt()))
                .add(predicted.mul(column(t, xt, i -> weights[i].ofPrediction())));
    }

    /** a(t) of each sample, shaped (N, 1, …) to multiply {@code like}. */
    public NDArray signal(NDArray t, NDArray like) {
        return each(t, like, path::signal);
    }

    /** b(t) of each sample, shaped (N, 1, …) to multiply {@code like}. */
    public NDArray noise(NDArray t, NDArray like) {
        return each(t, like, path::noise);
    }

    /** A number of each time, computed in doubles, shaped (N, 1, …) to multiply {@code like}. */
    NDArray each(NDArray t, NDArray like, DoubleUnaryOperator f) {
        float[] times = times(t);
        return column(t, like, i -> f.applyAsDouble(times[i]));
    }

    private static float[] times(NDArray t) {
        return t.toType(DataType.FLOAT32, false).toFloatArray();
    }

    /** A number for each sample, beside its time. */
    private static NDArray column(NDArray t, NDArray like, IntToDoubleFunction number) {
        float[] values = new float[(int) t.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) number.applyAsDouble(i);
        }
        long[] shape = new long[like.getShape().dimension()];
        Arrays.fill(shape, 1);
        shape[0] = values.length;
        return t.getManager().create(values, new Shape(shape));
    }
}
