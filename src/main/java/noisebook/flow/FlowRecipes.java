package noisebook.flow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.time.Duration;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
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
                (model, data, given) ->
                        TrainingLoop.of(model, Batches.of(data.train()), (b, random) -> loss(model, b, random), given));
    }

    /** How to draw with what {@link #digits} has trained: the guidance that lowers FCD-28, weaker the longer the training. */
    public static FlowSampler sampler(Duration time) {
        return new FlowSampler(FlowSampler.Method.HEUN, 8, time.compareTo(SHORT) <= 0 ? .4 : .25);
    }

    private static Loss loss(Velocity model, NDList batch, NDManager random) {
        NDArray data = Tensors.signed(batch.head());
        Shape each = new Shape(data.size(0));
        NDArray t = random.randomUniform(.001f, .999f, each);
        NDArray hidden = random.randomUniform(0, 1, each).lt(DROPPED);
        NDArray labels = batch.get(1);
        NDArray asked = NDArrays.where(hidden, labels.zerosLike().add(Velocity.NONE), labels);
        return Loss.of(FlowLoss.of(model, data, t, random.randomNormal(data.getShape()), asked));
    }
}
