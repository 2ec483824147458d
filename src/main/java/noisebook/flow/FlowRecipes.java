package noisebook.flow;

import java.time.Duration;
import noisebook.denoising.Condition;
import noisebook.denoising.DenoisingLoss;
import noisebook.denoising.DroppedConditions;
import noisebook.denoising.Sampler;
import noisebook.math.Prediction;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Optimizer;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;
import noisebook.train.TrainingOptions.Schedule;

/** Models that draw good digits after minutes of training from scratch on two cores. */
public final class FlowRecipes {
    private static final Duration SHORT = Duration.ofSeconds(90);
    private static final Duration MEDIUM = Duration.ofMinutes(3);
    private static final int BATCH = 64;
    private static final double DROPPED =
            .1; // share of labels hidden, so that the model also learns to draw what it likes

    private FlowRecipes() {}

    /** What is best in a time, and about how many steps of it two cores take in a second. */
    private record Plan(int width, double learningRate, int stepsPerSecond) {
        static Plan within(Duration time) {
            if (time.compareTo(SHORT) <= 0) {
                return new Plan(32, 4e-3, 35);
            }
            return new Plan(48, time.compareTo(MEDIUM) <= 0 ? 3e-3 : 2e-3, 24);
        }
    }

    /**
     * What to train in a time: little of it asks for a narrow network and a high learning rate. The steps are about those of two
     * cores; {@link noisebook.train.Budget} fits them to the machine.
     */
    public static Recipe<VelocityUNet> digits(Duration time) {
        Plan plan = Plan.within(time);
        int steps = (int) Math.max(1, time.toMillis() * plan.stepsPerSecond() / 1000);
        TrainingOptions options = TrainingOptions.of(steps, BATCH, plan.learningRate())
                .withOptimizer(Optimizer.muon(.9, .99))
                .withSchedule(Schedule.WARMUP_LINEAR)
                .withGradientClipNorm(1)
                .withReportEvery(50);
        return new Recipe<>(
                "flow",
                () -> new VelocityUNet(plan.width()),
                options,
                (model, data, given) -> TrainingLoop.of(
                        model,
                        Batches.of(data.train()),
                        DenoisingLoss.in(Prediction.VELOCITY)
                                .objective(
                                        new DroppedConditions(model, DROPPED),
                                        batch -> Tensors.signed(batch.head()),
                                        batch -> Condition.classes(batch.get(1))),
                        given));
    }

    /** The walk that draws best with what {@link #digits} has trained. */
    public static Sampler sampler() {
        return Sampler.heun(8);
    }

    /** The weight of {@link noisebook.denoising.Guided} that lowers FCD-28 most, weaker the longer the training. */
    public static double guidance(Duration time) {
        return time.compareTo(SHORT) <= 0 ? .4 : .25;
    }
}
