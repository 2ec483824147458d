package noisebook.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import noisebook.math.Doubles;
import noisebook.math.Moments;
import noisebook.math.OptimalDiscriminator;
import noisebook.tensor.Compute;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingOptions;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class GanTest {
    private static final GaussianRing RING = new GaussianRing(2, .2);
    private static final GanOptions OPTIONS = GanOptions.of(20, 32, 1e-3);
    private static final float[] POINTS = {0, 0, 2, 0, -1, 1};

    private static Gan ring(long seed) {
        Gan gan = Gan.ofPoints(2, 2, 32);
        gan.initialize(seed);
        return gan;
    }

    private static List<float[]> weights(Gan gan) {
        return gan.tensors().values().stream().map(NDArray::toFloatArray).toList();
    }

    @Test
    void eachMoveLeavesTheOtherNetworkAsItIsBitForBit() {
        StepLengths moves = StepLengths.of(
                ring(3), RING, OPTIONS.withTraining(OPTIONS.training().withSteps(4)));
        assertThat(moves.discriminator()).hasSize(8);
        for (int turn = 0; turn < 8; turn++) {
            double mover = turn % 2 == 0 ? moves.discriminator()[turn] : moves.generator()[turn];
            double waiter = turn % 2 == 0 ? moves.generator()[turn] : moves.discriminator()[turn];
            assertThat(mover).as("turn %d", turn).isPositive();
            assertThat(waiter).as("turn %d", turn).isZero();
        }
    }

    @Test
    void watchingDoesNotChangeTheTraining() {
        Gan alone = ring(4);
        Gan watched = ring(4);
        GanWatch watch = GanWatch.of(watched, GeneratorLoss.NON_SATURATING, 10, POINTS);
        GanOptions often = OPTIONS.withReportEvery(5);
        alone.loop(RING.batches(), often).run(TrainingListener.NONE);
        watched.loop(RING.batches(), often).run(watch);
        assertThat(weights(watched)).usingRecursiveComparison().isEqualTo(weights(alone));
        assertThat(watch.snapshots()).extracting(GanSnapshot::step).containsExactly(5, 10, 15, 20);
        assertThat(watch.last().samples()).hasSize(20);
        assertThat(watch.last().pulls()).hasSize(20);
        assertThat(watch.last().probabilities()).hasSize(3);
    }

    @Test
    void theSameSeedGivesTheSameSamples() {
        Gan gan = ring(5);
        assertThat(gan.sample(7, 1)).hasSize(14).isEqualTo(gan.sample(7, 1)).isNotEqualTo(gan.sample(7, 2));
    }

    @Test
    void samplingLeavesNoTensorBehind() {
        Gan gan = ring(6);
        gan.pulls(POINTS, GeneratorLoss.SATURATING);
        int live = Compute.liveTensors();
        for (int i = 0; i < 100; i++) {
            gan.sample(5, i);
            gan.probabilities(POINTS);
            gan.pulls(POINTS, GeneratorLoss.SATURATING);
        }
        assertThat(Compute.liveTensors()).isEqualTo(live);
    }

    /** Pulls are ∇ log D and −∇ log(1 − D); the step is coarse because the network counts in floats. */
    @Test
    void pullsAreTheSlopesOfTheDiscriminator() {
        Gan gan = ring(7);
        float step = .02f;
        for (int k = 0; k < 2; k++) {
            float[] up = {.3f, -.4f};
            float[] down = up.clone();
            up[k] += step;
            down[k] -= step;
            double high = gan.probabilities(up)[0];
            double low = gan.probabilities(down)[0];
            float[] middle = {.3f, -.4f};
            assertThat((double) gan.pulls(middle, GeneratorLoss.NON_SATURATING)[k])
                    .isCloseTo(Math.log(high / low) / (2 * step), within(2e-3));
            assertThat((double) gan.pulls(middle, GeneratorLoss.SATURATING)[k])
                    .isCloseTo(-Math.log((1 - high) / (1 - low)) / (2 * step), within(2e-3));
        }
    }

    @Test
    void theLogisticDiscriminatorFindsTheLogRatioOfTwoGaussians() {
        NormalDistribution real = NormalDistribution.of(0, 1);
        NormalDistribution fake = NormalDistribution.of(2, 1);
        LogisticDiscriminator discriminator = new LogisticDiscriminator();
        discriminator.initialize(1);
        discriminator
                .loop(
                        real,
                        fake,
                        TrainingOptions.of(500, 2048, .3).withSchedule(TrainingOptions.Schedule.WARMUP_COSINE))
                .run(TrainingListener.NONE);
        assertThat(discriminator.coefficients())
                .containsExactly(OptimalDiscriminator.of(real, fake).logitCoefficients(), within(.1));
        assertThat(discriminator.logit(1)).isCloseTo(0, within(.05));
    }

    @Test
    @Tag("slow")
    void aGanLearnsAGaussian() {
        Gan gan = Gan.ofPoints(1, 1, 32);
        gan.initialize(8);
        GanOptions options = GanOptions.of(2000, 256, 1e-3)
                .withDiscriminatorRate(1e-2)
                .withDiscriminatorUpdates(2)
                .withSeed(8);
        options = options.withTraining(options.training().withEmaDecay(.99));
        TrainingLog log = gan.loop(GaussianPoints.batches(NormalDistribution.of(3, .7)), options)
                .run(TrainingListener.NONE);
        float[] samples = gan.sample(5000, 1);
        Moments moments = Moments.of(Doubles.of(samples));
        assertThat(moments.mean()).isCloseTo(3, within(.1));
        assertThat(moments.standardDeviation()).isCloseTo(.7, within(.1));
        assertThat(log.last("discriminator.loss")).isCloseTo(Math.log(4), within(.05));
    }

    /** The generator starts near 0 and the data lie at 6: a certain D has no slope where the samples are. */
    @Test
    @Tag("slow")
    void aDiscriminatorFarAheadStopsTheSaturatingGenerator() {
        Gan gan = Gan.ofPoints(1, 1, 32);
        gan.initialize(1);
        GanOptions ahead = GanOptions.of(200, 128, 1e-3)
                .withGeneratorLoss(GeneratorLoss.SATURATING)
                .withDiscriminatorUpdates(10)
                .withSeed(1);
        TrainingLog log = gan.loop(GaussianPoints.batches(NormalDistribution.of(6, .7)), ahead)
                .run(TrainingListener.NONE);
        float[] samples = gan.sample(1000, 1);
        assertThat(Moments.of(Doubles.of(samples)).mean()).isLessThan(2);
        for (float pull : gan.pulls(samples, GeneratorLoss.SATURATING)) {
            assertThat(Math.abs(pull)).isLessThan(1e-3f);
        }
        assertThat(log.last("discriminator.loss")).isLessThan(.01);
    }

    @Test
    @Tag("slow")
    void threeThousandStepsLeaveNoTensorBehind() {
        Gan gan = ring(9);
        List<Integer> live = new ArrayList<>();
        GanWatch watch = GanWatch.of(gan, GeneratorLoss.NON_SATURATING, 10, POINTS);
        GanOptions long3000 =
                OPTIONS.withTraining(OPTIONS.training().withSteps(3000).withReportEvery(500));
        gan.loop(RING.batches(), long3000).run(watch.and((progress, log) -> live.add(Compute.liveTensors())));
        assertThat(live).hasSize(6).allMatch(count -> count.equals(live.get(0)));
    }
}
