package noisebook.train;

import noisebook.math.Require;

/**
 * How to train.
 *
 * @param steps optimiser steps in all
 * @param batchSize samples a step
 * @param learningRate of the optimiser, at its highest
 * @param optimizer what turns gradients into changes of the weights
 * @param schedule how the learning rate changes over the run
 * @param gradientClipNorm largest joint norm of the gradients; 0 does not clip
 * @param emaDecay decay of the moving average of the weights that the model ends with; 0 keeps the weights themselves
 * @param reportEvery steps between two readings of the loss; reading waits for the device
 * @param seed decides the first weights, the batches and all noise
 */
public record TrainingOptions(
        int steps,
        int batchSize,
        double learningRate,
        Optimizer optimizer,
        Schedule schedule,
        double gradientClipNorm,
        double emaDecay,
        int reportEvery,
        long seed) {

    /** How the learning rate changes over the run. */
    public enum Schedule {
        /** The same throughout. */
        CONSTANT,
        /** Rises linearly over the first twentieth of the steps, then falls along a cosine to zero (Loshchilov and Hutter 2017). */
        WARMUP_COSINE,
        /** Rises linearly over the first twentieth of the steps, stays until three fifths, then falls linearly to zero. */
        WARMUP_LINEAR
    }

    /** Checks every value. */
    public TrainingOptions {
        Require.that(steps >= 1, "steps must be at least 1", steps);
        Require.that(batchSize >= 1, "batchSize must be at least 1", batchSize);
        Require.that(learningRate > 0, "learningRate must be positive", learningRate);
        Require.that(gradientClipNorm >= 0, "gradientClipNorm must not be negative", gradientClipNorm);
        Require.that(emaDecay >= 0 && emaDecay < 1, "emaDecay must be in [0, 1)", emaDecay);
        Require.that(reportEvery >= 1, "reportEvery must be at least 1", reportEvery);
    }

    /** Plain Adam: betas (.9, .999), constant rate, no clipping, no average, the loss read every 20 steps, seed 42. */
    public static TrainingOptions of(int steps, int batchSize, double learningRate) {
        return new TrainingOptions(
                steps, batchSize, learningRate, Optimizer.adam(.9, .999), Schedule.CONSTANT, 0, 0, 20, 42);
    }

    /** The same for a number of passes over {@code n} samples; a last incomplete batch is left out. */
    public static TrainingOptions ofEpochs(int epochs, int n, int batchSize, double learningRate) {
        return of(epochs * Math.max(1, n / batchSize), batchSize, learningRate);
    }

    /** These options with another number of steps. */
    public TrainingOptions withSteps(int value) {
        return new TrainingOptions(
                value, batchSize, learningRate, optimizer, schedule, gradientClipNorm, emaDecay, reportEvery, seed);
    }

    /** These options with another optimiser. */
    public TrainingOptions withOptimizer(Optimizer value) {
        return new TrainingOptions(
                steps, batchSize, learningRate, value, schedule, gradientClipNorm, emaDecay, reportEvery, seed);
    }

    /** These options with a schedule. */
    public TrainingOptions withSchedule(Schedule value) {
        return new TrainingOptions(
                steps, batchSize, learningRate, optimizer, value, gradientClipNorm, emaDecay, reportEvery, seed);
    }

    /** These options with gradients clipped. */
    public TrainingOptions withGradientClipNorm(double value) {
        return new TrainingOptions(
                steps, batchSize, learningRate, optimizer, schedule, value, emaDecay, reportEvery, seed);
    }

    /** These options with averaged weights. */
    public TrainingOptions withEmaDecay(double value) {
        return new TrainingOptions(
                steps, batchSize, learningRate, optimizer, schedule, gradientClipNorm, value, reportEvery, seed);
    }

    /** These options with the loss read more or less often. */
    public TrainingOptions withReportEvery(int value) {
        return new TrainingOptions(
                steps, batchSize, learningRate, optimizer, schedule, gradientClipNorm, emaDecay, value, seed);
    }

    /** These options with another seed. */
    public TrainingOptions withSeed(long value) {
        return new TrainingOptions(
                steps, batchSize, learningRate, optimizer, schedule, gradientClipNorm, emaDecay, reportEvery, value);
    }

    /** The factor on the learning rate before step {@code step}, 0-based. */
    double rateFactor(int step) {
        if (schedule == Schedule.CONSTANT) {
            return 1;
        }
        double warmUp = Math.max(1, steps / 20.0);
        if (step < warmUp) {
            return (step + 1) / warmUp;
        }
        return schedule == Schedule.WARMUP_COSINE
                ? .5 * (1 + Math.cos(Math.PI * (step - warmUp) / Math.max(1, steps - warmUp)))
                : Math.min(1, (steps - step) / (.4 * steps));
    }
}
