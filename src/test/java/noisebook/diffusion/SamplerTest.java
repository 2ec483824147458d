package noisebook.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import noisebook.math.NoiseSchedule;
import noisebook.tensor.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every sampler, and what sets each apart. */
final class SamplerTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(NoiseSchedule.Kind.COSINE, 40);
    private static final ForwardProcess PROCESS = ForwardProcess.of(SCHEDULE);
    private static final Shape SHAPE = new Shape(6, 1, 2, 2);
    private static final float[] DATA = {1, -1, .5f, 0, -.5f, .25f, 1, -1, 0, 0, .75f, -.25f};
    private static final Denoiser MODEL = DataDenoiser.of(PROCESS, DATA, 3);

    static Stream<Sampler> samplers() {
        return Stream.of(
                DdpmSampler.of(SCHEDULE),
                DdpmSampler.of(SCHEDULE).unlimited(),
                DdimSampler.of(SCHEDULE, 1, 0),
                DdimSampler.of(SCHEDULE, 7, 0),
                DdimSampler.of(SCHEDULE, 7, .5).unlimited(),
                DdimSampler.of(SCHEDULE, 40, 1));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theWalkGoesFromTDownAndItsLastStepAddsNoNoise(Sampler sampler) {
        List<ReverseStep> path = sampler.path();
        assertThat(path.get(0).t()).isEqualTo(40);
        assertThat(path).isSortedAccordingTo((a, b) -> Integer.compare(b.t(), a.t()));
        ReverseStep last = path.get(path.size() - 1);
        assertThat(last.sigma()).isZero();
        assertThat(last.x0Weight()).as("the last step is the prediction itself").isCloseTo(1, within(1e-12));
        assertThat(last.xtWeight()).isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theModelIsAskedOnceAStep(Sampler sampler) {
        CountingDenoiser counted = CountingDenoiser.of(MODEL);
        sampler.sample(counted, SHAPE, 11);
        assertThat(counted.passes()).isEqualTo(sampler.path().size());
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theSameSeedGivesTheSameBytesWatchedOrNot(Sampler sampler) {
        float[] samples = sampler.sample(MODEL, SHAPE, 11);
        assertThat(samples).hasSize(24).doesNotContain(Float.NaN);
        assertThat(sampler.sample(MODEL, SHAPE, 11, Trajectory.of(3))).isEqualTo(samples);
        assertThat(sampler.sample(MODEL, SHAPE, 12)).isNotEqualTo(samples);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void dataOfOneSampleIsFoundExactly(Sampler sampler) {
        float[] only = {1, -1, .5f, 0};
        float[] found = sampler.sample(DataDenoiser.of(PROCESS, only, 1), new Shape(2, 4), 1);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(only[i % 4], within(1e-3f));
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void noTensorIsLeftBehindNotEvenByAnInterruption(Sampler sampler) {
        sampler.sample(MODEL, SHAPE, 1);
        int before = Compute.liveTensors();
        sampler.sample(MODEL, SHAPE, 1);
        int steps = sampler.path().size();
        if (steps > 1) {
            assertThatThrownBy(() -> sampler.sample(
                            MODEL,
                            SHAPE,
                            1,
                            (i, n, t, xt, x0) -> Thread.currentThread().interrupt()))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("sampling was stopped after 1 of " + steps + " steps");
        }
        assertThat(Thread.interrupted()).as("the interrupt was consumed").isFalse();
        assertThat(Compute.liveTensors()).isEqualTo(before);
    }

    @Test
    void ddimWithEtaOneAndAllStepsIsDdpm() {
        List<ReverseStep> ddpm = DdpmSampler.of(SCHEDULE).path();
        List<ReverseStep> ddim = DdimSampler.of(SCHEDULE, 40, 1).path();
        for (int i = 0; i < ddpm.size(); i++) {
            assertThat(ddim.get(i).t()).isEqualTo(ddpm.get(i).t());
            assertThat(ddim.get(i).x0Weight()).isCloseTo(ddpm.get(i).x0Weight(), within(1e-9));
            assertThat(ddim.get(i).xtWeight()).isCloseTo(ddpm.get(i).xtWeight(), within(1e-9));
            assertThat(ddim.get(i).sigma()).isCloseTo(ddpm.get(i).sigma(), within(1e-9));
        }
    }

    @Test
    void manySamplesAreAskedForInPartsAndEachGetsItsOwnAnswer() {
        List<Long> parts = new ArrayList<>();
        Denoiser counted = (xt, t) -> {
            parts.add(xt.getShape().get(0));
            return MODEL.predictEpsilon(xt, t);
        };
        Shape many = new Shape(2 * Sampler.CHUNK + 1, 1, 2, 2);
        float[] samples = DdimSampler.of(SCHEDULE, 1, 0).sample(counted, many, 11);
        assertThat(parts).containsExactly((long) Sampler.CHUNK, (long) Sampler.CHUNK, 1L);
        assertThat(samples).hasSize((int) many.size());
        float[] alone = DdimSampler.of(SCHEDULE, 1, 0).sample(MODEL, new Shape(64, 1, 2, 2), 11);
        assertThat(Arrays.copyOf(samples, alone.length)).containsExactly(alone, within(1e-5f));
    }

    @Test
    void pixelsStayWithinTheLimitAndOtherDataNeedNot() {
        Denoiser shouts = (xt, t) -> xt.mul(-9);
        assertThat(DdpmSampler.of(SCHEDULE).sample(shouts, SHAPE, 1)).containsAnyOf(1, -1);
        assertThat(DdpmSampler.of(SCHEDULE).unlimited().sample(shouts, SHAPE, 1)[0])
                .matches(x -> Math.abs(x) > 1);
    }

    @Test
    void impossibleWalksAreRefused() {
        assertThatThrownBy(() -> DdimSampler.of(SCHEDULE, 41, 0)).hasMessage("steps must be in [1, 40], was 41");
        assertThatThrownBy(() -> DdimSampler.of(SCHEDULE, 4, 1.5)).hasMessage("eta must be in [0, 1], was 1.5");
        assertThatThrownBy(() -> Trajectory.of(1)).hasMessage("frames must be at least 2, was 1");
    }

    @Test
    void aTrajectoryHasTheFirstAndTheLastStep() {
        Trajectory film = Trajectory.of(5);
        DdpmSampler.of(SCHEDULE).sample(MODEL, SHAPE, 1, film);
        assertThat(film.frames()).extracting(Trajectory.Frame::t).containsExactly(40, 30, 20, 11, 1);
        Trajectory strip = Trajectory.of(50);
        float[] samples = DdimSampler.of(SCHEDULE, 4, 0).sample(MODEL, SHAPE, 1, strip);
        assertThat(strip.frames()).hasSize(4);
        assertThat(strip.frames().get(3).x0()).isEqualTo(samples);
    }
}
