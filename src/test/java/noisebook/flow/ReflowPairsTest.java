package noisebook.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import java.util.Arrays;
import noisebook.denoising.Condition;
import noisebook.denoising.Denoiser;
import noisebook.denoising.ForwardProcess;
import noisebook.denoising.MixtureDenoiser;
import noisebook.denoising.Sampler;
import noisebook.denoising.SamplingListener;
import noisebook.math.GaussianMixture;
import noisebook.math.Prediction;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class ReflowPairsTest {
    private static final Denoiser TEACHER =
            new MixtureDenoiser(ForwardProcess.straight(), Prediction.VELOCITY, GaussianMixture.equal(.3, -1, .2, 1));
    private static final Sampler WALK = Sampler.heun(4);

    private static ReflowPairs pairs() {
        return new ReflowPairs(TEACHER, WALK, 128, 3);
    }

    private static float[][] batch(ReflowPairs pairs, long index) {
        try (Scope scope = Scope.open()) {
            NDList batch = pairs.at(index, 10, 5, scope.manager());
            float[] labels = new float[10];
            long[] given = batch.get(2).toLongArray();
            for (int i = 0; i < labels.length; i++) {
                labels[i] = given[i];
            }
            return new float[][] {batch.get(0).toFloatArray(), batch.get(1).toFloatArray(), labels};
        }
    }

    /** Would they be shuffled, a noise would lead elsewhere. */
    @Test
    void aSampleStaysWithTheNoiseThatItCameFrom() {
        for (long index = 0; index < 4; index++) {
            float[][] batch = batch(pairs(), index);
            int[] labels = new int[10];
            Arrays.setAll(labels, i -> (int) batch[2][i]);
            float[] walked =
                    WALK.from(batch[1]).sample(TEACHER, 10, Condition.classes(labels), 0, SamplingListener.NONE);
            for (int i = 0; i < 10; i++) {
                assertThat(batch[0][i]).isCloseTo(walked[i], within(1e-6f));
            }
        }
    }

    @Test
    void aBatchIsAFunctionOfItsNumberWhetherEarlierOnesWereMadeOrNot() {
        ReflowPairs inTurn = pairs();
        for (long index = 0; index < 3; index++) {
            batch(inTurn, index);
        }
        assertThat(batch(inTurn, 3)).isDeepEqualTo(batch(pairs(), 3));
        assertThat(batch(inTurn, 4)).isNotEqualTo(batch(inTurn, 3));
    }

    @Test
    void anInterruptionWaitsForTheEndOfTheStep() {
        float[][] calm = batch(pairs(), 1);
        Thread.currentThread().interrupt();
        assertThat(batch(pairs(), 1)).isDeepEqualTo(calm);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theMeanOfThePairsIsThatOfTheData() {
        ReflowPairs pairs = pairs();
        double[] sums = new double[3];
        int[] counts = new int[3];
        for (long index = 0; index < 100; index++) {
            float[][] batch = batch(pairs, index);
            for (int i = 0; i < 10; i++) {
                sums[(int) batch[2][i]] += batch[0][i];
                counts[(int) batch[2][i]]++;
            }
        }
        assertThat(sums[0] / counts[0]).isCloseTo(-1, within(.15));
        assertThat(sums[1] / counts[1]).isCloseTo(.2, within(.15));
        assertThat(sums[2] / counts[2]).isCloseTo(1, within(.15));
    }
}
