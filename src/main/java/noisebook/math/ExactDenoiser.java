package noisebook.math;

import java.util.Arrays;

/**
 * Diffusion without a network: when the data is a finite set, the posterior over it at x_t is a softmax,
 * {@code w_i ∝ exp(−‖x_t − √ᾱ x_i‖² / (2 (1 − ᾱ)))}, and the best prediction of x_0 is the weighted mean. It is what a network with no
 * limits would learn, and it can only return what it has seen.
 */
public final class ExactDenoiser {
    private final float[] data; // (n, d)
    private final int dimension;
    private final double[] squaredNorms; // (n)

    private ExactDenoiser(float[] data, int dimension) {
        this.data = data;
        this.dimension = dimension;
        squaredNorms = new double[data.length / dimension];
        Arrays.setAll(squaredNorms, i -> {
            double sum = 0;
            for (int k = i * dimension; k < (i + 1) * dimension; k++) {
                sum += data[k] * (double) data[k];
            }
            return sum;
        });
    }

    /**
     * Over rows of d numbers that lie one after another.
     *
     * @throws IllegalArgumentException if they are not whole rows
     */
    public static ExactDenoiser of(float[] rows, int dimension) {
        if (rows.length == 0 || rows.length % dimension != 0) {
            throw new IllegalArgumentException(rows.length + " numbers are not whole rows of " + dimension);
        }
        return new ExactDenoiser(rows.clone(), dimension);
    }

    /** The probability of each row to be x_0, given x_t; they sum to 1. {@code 0 ≤ ᾱ < 1}. */
    public double[] weights(double[] xt, double alphaBar) {
        if (xt.length != dimension) {
            throw new IllegalArgumentException("x must have " + dimension + " elements, had " + xt.length);
        }
        double[] weights = new double[squaredNorms.length];
        double scale = Math.sqrt(alphaBar);
        Arrays.setAll(weights, i -> (scale * dot(xt, i) - alphaBar * squaredNorms[i] / 2) / (1 - alphaBar));
        double largest = Arrays.stream(weights).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(weights[i] - largest);
            sum += weights[i];
        }
        double total = sum;
        Arrays.setAll(weights, i -> weights[i] / total);
        return weights;
    }

    /** {@code E(x_0 | x_t)}. */
    public double[] predictX0(double[] xt, double alphaBar) {
        double[] weights = weights(xt, alphaBar);
        double[] mean = new double[dimension];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 1e-12) {
                for (int k = 0; k < dimension; k++) {
                    mean[k] += weights[i] * data[i * dimension + k];
                }
            }
        }
        return mean;
    }

    /** The ε-MSE per dimension at x_t made of x0 and ε. */
    public double epsilonMse(double[] x0, double alphaBar, double[] epsilon) {
        double[] xt = new double[dimension];
        Arrays.setAll(xt, k -> Math.sqrt(alphaBar) * x0[k] + Math.sqrt(1 - alphaBar) * epsilon[k]);
        return alphaBar / (1 - alphaBar) * ImageLosses.mse(x0, predictX0(xt, alphaBar));
    }

    /**
     * A sample by DDIM (η = 0) in a number of steps, from noise that decides everything.
     *
     * @param noise d standard normal numbers, x_T
     */
    public double[] sample(NoiseSchedule schedule, int steps, double[] noise) {
        double[] stops = schedule.stops(schedule.end(), steps);
        DiffusionPosterior posterior = DiffusionPosterior.of(schedule);
        double[] x = noise.clone();
        for (int i = 0; i < steps; i++) {
            int t = (int) stops[i];
            DdimStep step = DdimStep.of(schedule, t, stops[i + 1], 0);
            double[] x0 = predictX0(x, schedule.alphaBar(t));
            double[] xt = x.clone();
            Arrays.setAll(x, k -> step.apply(x0[k], posterior.epsilonFromX0(xt[k], x0[k], t), 0));
        }
        return x;
    }

    private double dot(double[] x, int row) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            sum += x[k] * data[row * dimension + k];
        }
        return sum;
    }
}
