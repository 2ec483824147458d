package noisebook.math;

/**
 * The straight line of flow matching, {@code x_t = (1 − t) x_0 + t ε} for t in [0, 1] (Lipman et al. 2023; Liu et al. 2023, both with time
 * the other way round). Its velocity is {@code ε − x_0}.
 */
public record StraightPath() implements GaussianPath {
    @Override
    public double end() {
        return 1;
    }

    @Override
    public boolean whole() {
        return false;
    }

    @Override
    public double signal(double t) {
        return 1 - within(t);
    }

    @Override
    public double noise(double t) {
        return within(t);
    }

    @Override
    public double clock(double t) {
        return within(t);
    }

    @Override
    public double signalRate(double t) {
        return -1;
    }

    @Override
    public double noiseRate(double t) {
        return 1;
    }

    private static double within(double t) {
        Require.that(t >= 0 && t <= 1, "t must be in [0, 1]", t);
        return t;
    }
}
