package noisebook.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import noisebook.data.DataSet;
import noisebook.data.Points2d;
import noisebook.denoising.Condition;
import noisebook.denoising.DataDenoiser;
import noisebook.denoising.Denoiser;
import noisebook.denoising.ForwardProcess;
import noisebook.denoising.Sampler;
import noisebook.denoising.SamplingListener;
import noisebook.flow.VelocityUNet;
import noisebook.gan.GanOptions;
import noisebook.gan.GaussianRing;
import noisebook.math.Doubles;
import noisebook.math.NoiseSchedule;
import noisebook.math.Prediction;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import noisebook.train.TrainingListener;
import org.junit.jupiter.api.Test;

final class DenoisingGanTest {
    private static final NoiseSchedule SCHEDULE = DenoisingGanRecipes.schedule();
    private static final GaussianRing RING = new GaussianRing(2, .2);

    private static PointStepGenerator points(long seed) {
        PointStepGenerator generator = new PointStepGenerator(SCHEDULE);
        generator.initialize(seed);
        return generator;
    }

    private static float[] walked(Denoiser model) {
        return Doubles.floats(Sampler.ddpm(4).unlimited().points(model, 1000, 3, SamplingListener.NONE));
    }

    @Test
    void fourJudgedStepsReachTheModesThatFourGaussianStepsMiss() {
        PointStepGenerator generator = points(1);
        DenoisingGanRecipes.points(
                        generator, RING, GanOptions.of(800, 128, 2e-3).withSeed(1))
                .run(TrainingListener.NONE);
        Denoiser exact = DataDenoiser.of(
                ForwardProcess.of(SCHEDULE),
                new Shape(2),
                Doubles.floats(Points2d.eightGaussians(2000, RING.radius(), RING.sigma(), 7)));
        assertThat(RING.coverage(walked(generator)).modesHit()).isEqualTo(8);
        assertThat(RING.coverage(walked(generator)).shareGood())
                .isGreaterThan(.2 + RING.coverage(walked(exact)).shareGood());
    }

    @Test
    void askedAgainTheGeneratorMayAnswerOtherwise() {
        PointStepGenerator generator = points(2);
        float[] x = {.5f, -1, .5f, -1};
        float[] answers = Scope.floats(m -> {
            Compute.seed(5, 0);
            return generator.predict(m.create(x, new Shape(2, 2)), m.create(new float[] {2, 2}));
        });
        assertThat(answers[0]).isNotEqualTo(answers[2]);
        assertThat(walked(generator)).isEqualTo(walked(generator));
    }

    @Test
    void theDiscriminatorTellsBeforeFromAfterAndOneTimeFromAnother() {
        for (StepDiscriminator judge :
                List.of(new PointStepDiscriminator(4), new ImageStepDiscriminator(SCHEDULE, 10, 8))) {
            judge.initialize(3);
            boolean ofPoints = judge instanceof PointStepDiscriminator;
            Shape shape = ofPoints ? new Shape(2, 2) : new Shape(2, 1, DataSet.SIDE, DataSet.SIDE);
            Condition about = ofPoints ? Condition.none() : Condition.classes(3, 4);
            float[] before = Scope.floats(m -> judge.logits(m.zeros(shape), m.ones(shape), times(m, 2), about));
            float[] swapped = Scope.floats(m -> judge.logits(m.ones(shape), m.zeros(shape), times(m, 2), about));
            float[] later = Scope.floats(m -> judge.logits(m.zeros(shape), m.ones(shape), times(m, 3), about));
            assertThat(before).hasSize(2).isNotEqualTo(swapped).isNotEqualTo(later);
            judge.close();
        }
    }

    private static NDArray times(NDManager manager, int t) {
        return manager.full(new Shape(2), t);
    }

    @Test
    void startedAsANetworkOfFlowMatchingItAnswersWithItsMeanWhateverZ() {
        VelocityUNet flow = new VelocityUNet(8);
        flow.initialize(4);
        Scope.floats(m -> {
            NDArray last = flow.tensors().get("network.out.weight"); // which starts at 0
            Tensors.copy(m.randomNormal(last.getShape()), last);
            return last;
        });
        ImageStepGenerator generator = new ImageStepGenerator(SCHEDULE, 8);
        generator.initialize(5);
        generator.startAs(flow);
        Condition about = Condition.classes(1, 7, 1, 7);
        float[] ones = new float[4 * 28 * 28];
        float[] onLine = new float[ones.length];
        float[] clock = new float[4];
        Arrays.fill(ones, 1);
        for (int i = 0; i < 4; i++) {
            double sum = SCHEDULE.signal(i + 1) + SCHEDULE.noise(i + 1);
            clock[i] = (float) (SCHEDULE.noise(i + 1) / sum);
            Arrays.fill(onLine, i * 784, (i + 1) * 784, (float) (1 / sum));
        }
        Shape shape = new Shape(4, 1, 28, 28);
        float[] mean = Scope.floats(m -> flow.guess(Prediction.X0, m.create(onLine, shape), m.create(clock), about));
        float[] answer =
                Scope.floats(m -> generator.predict(m.create(ones, shape), m.create(new float[] {1, 2, 3, 4}), about));
        assertThat(answer).containsExactly(mean, within(1e-4f));
    }

    @Test
    void aGeneratorOfSomethingElseThanX0IsRefused() {
        VelocityUNet flow = new VelocityUNet(8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenoisingGan(flow, new ImageStepDiscriminator(SCHEDULE, 10, 8), 0))
                .withMessageContaining("the generator must draw x_0, was VELOCITY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenoisingGan(points(1), new PointStepDiscriminator(4), -1))
                .withMessageContaining("gamma must be 0 or more, was -1");
    }
}
