package noisebook.math;

/**
 * Flow matching between a Gaussian and the noise, in closed form: pairs (x_0, ε) of N(mean, deviation²) and N(0, 1), joined by straight lines
 * {@code x_t = (1 − t) x_0 + t ε}. Pairs drawn at random have correlation 0 and their lines cross; the pairs of reflow, a noise and the sample
 * that the flow makes of it (Liu et al. 2023), have correlation 1 and lines that do not.
 *
 * @param mean of x_0
 * @param deviation s of x_0, positive
 * @param correlation of x_0 and ε, in [−1, 1]
 */
public record GaussianFlow(double mean, double deviation, double correlation) {
    /** Checks the numbers. */
    public GaussianFlow {
        Require.that(deviation > 0, "the deviation must be positive", deviation);
        Require.that(Math.abs(correlation) <= 1, "the correlation must be in [-1, 1]", correlation);
    }

    /** Pairs drawn at random. */
    public static GaussianFlow of(double mean, double deviation) {
        return new GaussianFlow(mean, deviation, 0);
    }

    /** The pairs that this flow makes: a noise, and where the velocity takes it. */
    public GaussianFlow reflowed() {
        return new GaussianFlow(mean, deviation, 1);
    }

    /** The same noises and samples, each with another's. */
    public GaussianFlow shuffled() {
        return of(mean, deviation);
    }

    /** The velocity that a model learns, {@code E(ε − x_0 | x_t = x)}; t in [0, 1]. */
    public double velocity(double x, double t) {
        double variance = variance(t);
        double covariance = covariance(t);
        return -mean + (covariance == 0 ? 0 : covariance / variance * (x - (1 - t) * mean));
    }

    /** What its squared error cannot fall below at t: {@code s² (1 − ρ²) / variance of x_t}, the spread of the lines that meet in a point. */
    public double velocityError(double t) {
        double free = deviation * deviation * (1 - correlation * correlation);
        return free == 0 ? 0 : free / variance(t);
    }

    /** The mean of {@link #velocityError} over t in [0, 1], where training ends: {@code s π / 2} for pairs drawn at random. */
    public double leastLoss() {
        return correlation == 0 ? deviation * Math.PI / 2 : Quadrature.integrate(this::velocityError, 0, 1);
    }

    /**
     * How crooked the walks are, {@code ∫ E |(z_1 − z_0) − v(z_t, t)|² dt} along them: 0 for straight ones, for which one step is enough; {@code s (2 − π/2)} for
     * pairs drawn at random.
     */
    public double crookedness() {
        return Quadrature.integrate(
                t -> {
                    double off = spreading(t) - (1 - deviation);
                    return off * off;
                },
                0,
                1);
    }

    /** The mean squared length of the lines, {@code E (ε − x_0)²}. */
    public double cost() {
        return mean * mean + deviation * deviation + 1 - 2 * correlation * deviation;
    }

    /** How fast the deviation of x_t grows: what moves a walk apart from the shift of the mean. */
    private double spreading(double t) {
        double covariance = covariance(t);
        return covariance == 0 ? 0 : covariance / Math.sqrt(variance(t));
    }

    private double variance(double t) {
        double x0 = (1 - t) * deviation;
        return x0 * x0 + t * t + 2 * correlation * x0 * t;
    }

    /** Of x_t and the velocity. */
    private double covariance(double t) {
        return t - (1 - t) * deviation * deviation + (1 - 2 * t) * correlation * deviation;
    }
}
