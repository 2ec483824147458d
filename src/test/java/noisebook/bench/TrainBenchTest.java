package noisebook.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import noisebook.tensor.Compute;
import org.junit.jupiter.api.Test;

final class TrainBenchTest {
    private static final List<Workload> WORKLOADS = Workloads.all();

    @Test
    void parametersAndOperationsAreThoseOfTheArchitectures() {
        assertThat(WORKLOADS)
                .extracting(Workload::name)
                .containsExactly("autoencoder", "vae", "dcgan", "unet", "sampler");
        assertThat(WORKLOADS.get(0).parameterCount()).isEqualTo(1_068_306);
        assertThat(WORKLOADS.get(0).macs()).isEqualTo(3L * 128 * 2 * (784 * 512 + 512 * 256 + 256 * 2));
    }

    @Test
    void anAnswerDependsOnTheInputsAndOnNothingElse() {
        try (NDManager manager = Compute.newManager()) {
            for (Workload workload : WORKLOADS) {
                var one = workload.inputs().apply(manager);
                var other = workload.inputs().apply(manager);
                assertThat(workload.answerTo(one)).isEqualTo(workload.answerTo(one), within(1e-6));
                assertThat(workload.answerTo(one)).isNotEqualTo(workload.answerTo(other));
            }
        }
    }

    @Test
    void timesAreOneAMeasurement() {
        assertThat(WORKLOADS.get(0).time(2)).hasSize(2).doesNotContain(0);
    }

    @Test
    void everyCallTakesUpTheTrainingWhereTheLastOneLeftIt() {
        Workload autoencoder = WORKLOADS.get(0);
        double[] warm = autoencoder.time(1);
        int tensors = Compute.liveTensors();
        assertThat(autoencoder.time(1)).hasSize(warm.length);
        assertThat(Compute.liveTensors()).isEqualTo(tensors);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aMissingPythonIsNamed() {
        assertThatThrownBy(() -> TrainBench.run("/no/python", 1, line -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/python")
                .hasMessageContaining("python3-torch");
    }

    @Test
    void ratioAndSpeedComeFromMedians() {
        TrainBench.Result result = new TrainBench.Result("x", new double[] {1, 2, 9}, new double[] {3, 4, 5}, 6);
        assertThat(result.ratio()).isEqualTo(.5);
        assertThat(result.speed()).isEqualTo(3000);
        assertThat(new TrainBench.Result("x", new double[] {1}, new double[0], 6).ratio())
                .isNaN();
    }

    @Test
    void memoryIsComparedOnlyWhenItHasSettled() {
        assertThatThrownBy(() -> MemoryBench.run(500, () -> 1, line -> {}, growth -> {}))
                .hasMessage("steps must be more than 500, was 500");
        assertThatThrownBy(() -> MemoryBench.run(503, () -> 1, line -> {}, growth -> {}))
                .hasMessage("steps must be a multiple of 5, was 503");
        assertThat(new MemoryBench.Growth("x", 200, 210).ratio()).isEqualTo(1.05);
    }
}
