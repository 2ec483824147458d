package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import noisebook.math.NoiseSchedule;

/**
 * The forward process on tensors: {@code x_t = √ᾱ_t x_0 + √(1 − ᾱ_t) ε} (Ho et al. 2020, eq. 4), each sample of a batch at its own t.
 * x_0 is (N, …), float32; images have pixels in [−1, 1].
 */
public final class ForwardProcess {
    private final NoiseSchedule schedule;
    private final float[] signal; // √ᾱ_t, index t in [0, T]
    private final float[] noise; // √(1 − ᾱ_t)

    private ForwardProcess(NoiseSchedule schedule) {
        this.schedule = schedule;
        signal = table(schedule, Math::sqrt);
        noise = table(schedule, alphaBar -> Math.sqrt(1 - alphaBar));
    }

    /** The forward process of a schedule. */
    public static ForwardProcess of(NoiseSchedule schedule) {
        return new ForwardProcess(schedule);
    }

    private static float[] table(NoiseSchedule schedule, DoubleUnaryOperator f) {
        double[] alphaBars = schedule.alphaBars();
        float[] table = new float[alphaBars.length];
        for (int t = 0; t < table.length; t++) {
            table[t] = (float) f.applyAsDouble(alphaBars[t]);
        }
        return table;
    }

    /** Its schedule. */
    public NoiseSchedule schedule() {
        return schedule;
    }

    /** {@code n} timesteps, each of 1..T equally likely, T included: (n), float32. */
    public NDArray drawTimesteps(NDManager random, int n) {
        return random.randomInteger(1, schedule.timesteps() + 1L, new Shape(n), DataType.INT64)
                .toType(DataType.FLOAT32, false);
    }

    /**
     * The noised sample ({@code q_sample} in the papers' code).
     *
     * @param x0 (N, …)
     * @param t (N), float32, in [0, T]
     * @param epsilon standard normal, the shape of {@code x0}
     * @return x_t, the same shape
     */
    public NDArray diffuse(NDArray x0, NDArray t, NDArray epsilon) {
        return x0.mul(signal(t, x0)).add(epsilon.mul(noise(t, x0)));
    }

    /** √ᾱ_t of each sample, shaped (N, 1, …) to multiply {@code like}. */
    NDArray signal(NDArray t, NDArray like) {
        return lookUp(signal, t, like);
    }

    /** √(1 − ᾱ_t) of each sample, shaped (N, 1, …) to multiply {@code like}. */
    NDArray noise(NDArray t, NDArray like) {
        return lookUp(noise, t, like);
    }

    private static NDArray lookUp(float[] table, NDArray t, NDArray like) {
        long[] shape = new long[like.getShape().dimension()];
        Arrays.fill(shape, 1);
        shape[0] = t.getShape().get(0);
        NDArray values = t.getManager().create(table);
        return values.gather(t.toType(DataType.INT64, false), 0).reshape(shape);
    }
}
