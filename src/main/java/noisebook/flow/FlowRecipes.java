package noisebook.flow;

import ai.djl.ndarray.NDArray;
import java.time.Duration;
import java.util.List;
import noisebook.denoising.Condition;
import noisebook.denoising.DenoisingLoss;
import noisebook.denoising.DroppedConditions;
import noisebook.denoising.Sampler;
import noisebook.math.Prediction;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Checkpoints;
import noisebook.train.Loss;
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

    private static final int PAIRS = 8192;
    private static final int CLASSES = 10;

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
        return digits("flow", plan, (int) Math.max(1, time.toMillis() * plan.stepsPerSecond() / 1000));
    }

    /** The one whose weights are shipped: the narrow network, for a lesson asks it many thousand times, and as many steps as it gains from. */
    public static Recipe<VelocityUNet> images() {
        return digits("flow-unet", Plan.within(SHORT), 7000);
    }

    private static TrainingOptions options(int steps, double learningRate) {
        return TrainingOptions.of(steps, BATCH, learningRate)
                .withOptimizer(Optimizer.muon(.9, .99))
                .withSchedule(Schedule.WARMUP_LINEAR)
                .withGradientClipNorm(1)
                .withReportEvery(50);
    }

    private static Recipe<VelocityUNet> digits(String name, Plan plan, int steps) {
        TrainingOptions options = options(steps, plan.learningRate());
        return new Recipe<>(
                name,
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

    /**
     * The same network taught by the shipped one: to go straight from a noise to the sample that it makes of it, so that one step or two are enough (Liu et al. 2023). It
     * starts from its teacher's weights.
     */
    public static Recipe<VelocityUNet> reflow() {
        TrainingOptions options = options(3000, 1e-3);
        Recipe<VelocityUNet> teaches = images();
        Recipe<VelocityUNet> reflow = new Recipe<>("flow-reflow", teaches.model(), options, (model, data, given) -> {
            VelocityUNet teacher = Checkpoints.shipped(teaches, data);
            model.load(teacher.tensors());
            DenoisingLoss loss = DenoisingLoss.in(Prediction.VELOCITY);
            return TrainingLoop.of(
                    model,
                    Batches.numbered(new ReflowPairs(teacher, sampler(), PAIRS, CLASSES)),
                    (batch, random) -> {
                        NDArray t = model.process().drawTimes(random, given.batchSize());
                        return Loss.of(loss.of(model, batch.head(), t, batch.get(1), Condition.classes(batch.get(2))));
                    },
                    given);
        });
        return reflow.needing(teaches.name());
    }

    /** Every recipe whose weights are shipped. */
    public static List<Recipe<?>> all() {
        return List.of(images(), reflow());
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
