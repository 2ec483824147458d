package noisebook.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import noisebook.data.Images;
import noisebook.data.Split;
import noisebook.denoising.Condition;
import noisebook.denoising.Guided;
import noisebook.denoising.HeldOutLoss;
import noisebook.denoising.SamplingListener;
import noisebook.evaluate.Evaluator;
import noisebook.evaluate.Fcd;
import noisebook.evaluate.Predictions;
import noisebook.flow.FlowRecipes;
import noisebook.flow.VelocityUNet;
import noisebook.math.Prediction;
import noisebook.train.Budget;
import noisebook.train.Recipe;
import noisebook.train.TrainingListener;

/** Trains a model from scratch in a given time and judges what it draws. */
public final class QualityBench {
    /** What is measured; {@code velocity-mse} on the test images, {@code sure} the share of samples of which the classifier is at least .9 sure. */
    public static final List<String> COLUMNS = List.of(
            "budget",
            "seconds",
            "steps",
            "width",
            "velocity-mse",
            "guidance",
            "fcd",
            "floor",
            "samples",
            "sure",
            "as-asked");

    private static final double SURE = .9;
    private static final long NOISE = 7; // seed of the held-out noise and of the samples

    private final Split data;
    private final Evaluator judge;
    private final int samples;

    /**
     * On a data set.
     *
     * @param samples n of FCD-28
     */
    public QualityBench(Split data, int samples) {
        this.data = data;
        this.samples = samples;
        judge = Evaluator.of(data);
    }

    /**
     * One training, and its samples without guidance and with that of the recipe. They are asked for in the proportions of the training set.
     *
     * @param budget for the timing and the training
     * @return two rows of {@link #COLUMNS}
     */
    public List<double[]> run(Duration budget, TrainingListener listener) {
        long start = System.nanoTime();
        Recipe<VelocityUNet> recipe = Budget.fit(FlowRecipes.digits(budget), data, budget);
        Recipe.Training<VelocityUNet> training = recipe.start(data);
        try (VelocityUNet model = training.model()) {
            training.loop().run(listener);
            double seconds = (System.nanoTime() - start) / 1e9;
            double mse = HeldOutLoss.of(data.test(), NOISE)
                    .in(Prediction.VELOCITY)
                    .byClass()
                    .average(model);
            List<double[]> points = new ArrayList<>();
            for (double guidance : new double[] {0, FlowRecipes.guidance(budget)}) {
                points.add(judge(budget, seconds, recipe, model, mse, guidance));
            }
            return points;
        }
    }

    private double[] judge(
            Duration budget,
            double seconds,
            Recipe<VelocityUNet> recipe,
            VelocityUNet model,
            double mse,
            double guidance) {
        int[] asked = Arrays.copyOf(data.train().labels(), samples);
        Images images = FlowRecipes.sampler()
                .images(new Guided(model, guidance), samples, Condition.classes(asked), NOISE, SamplingListener.NONE);
        Fcd fcd = judge.fcd(images);
        Predictions seen = judge.predict(images);
        return new double[] {
            budget.toSeconds(),
            seconds,
            recipe.options().steps(),
            model.width(),
            mse,
            guidance,
            fcd.distance(),
            fcd.floor(),
            samples,
            1 - seen.shareBelow(SURE),
            seen.accuracy(asked)
        };
    }
}
