package noisebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.sun.jna.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import noisebook.autoencoder.AutoencoderRecipes;
import noisebook.bench.ProcessMemory;
import noisebook.data.DataSet;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.data.Split;
import noisebook.diffusion.DiffusionRecipes;
import noisebook.gan.Gan;
import noisebook.gan.GanOptions;
import noisebook.gan.GaussianRing;
import noisebook.nn.Linear;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Objective;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;
import noisebook.vae.VaeRecipes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Training leaves nothing behind, whatever the family: no tensors, and no memory that only the C library knows of. */
final class FlatMemoryTest {
    private static final TrainingOptions OPTIONS = TrainingOptions.of(3000, 8, 1e-4);
    /** Leaking one batch of eight images a step would take 63 MB, one activation of the smallest hidden layer 8 MB. */
    private static final long MARGIN_KILOBYTES = 24_000;

    static Stream<Arguments> families() {
        ImageSet digits = DrawnDigits.of("digits", 64, 1);
        Split split = new Split(DataSet.DRAWN_DIGITS, digits, digits);
        Gan gan = Gan.ofPoints(2, 2, 32);
        gan.initialize(1);
        return Stream.of(
                arguments("autoencoder", loop(AutoencoderRecipes.linear(2, digits.label(0)), split, 4)),
                arguments("vae", loop(VaeRecipes.sweep(1), split, 8)),
                arguments(
                        "gan",
                        gan.loop(new GaussianRing(2, .2).batches(), GanOptions.of(OPTIONS.withReportEvery(500)))),
                arguments("diffusion", loop(DiffusionRecipes.sketch(), split, 1)));
    }

    private static TrainingLoop loop(Recipe<?> recipe, Split split, int batchSize) {
        TrainingOptions options = TrainingOptions.of(OPTIONS.steps(), batchSize, OPTIONS.learningRate());
        return recipe.with(options.withReportEvery(500)).start(split).loop();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    @Tag("slow")
    void threeThousandStepsLeaveNothingBehind(String family, TrainingLoop loop) {
        requireFlat(loop);
    }

    @Test
    void aLoopThatLeaksNothingPassesTheGauge() {
        requireFlat(smallLoop(step -> {}));
    }

    @Test
    void aTensorThatEachStepLeavesAliveIsSeen() {
        try (NDManager keeper = Compute.newManager()) {
            assertThatThrownBy(() -> requireFlat(smallLoop(step -> Scope.keep(() -> keeper.create(1f)))))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("live tensors every sixth of the steps");
        }
    }

    @Test
    void memoryThatEachStepTakesFromTheCLibraryAndKeepsIsSeen() {
        assumeThat(ProcessMemory.ofThis())
                .as("this system tells the memory of a process")
                .isPresent();
        List<Memory> leaked = new ArrayList<>();
        TrainingLoop leaking = smallLoop(step -> {
            Memory block =
                    new Memory(1 << 20); // 250 MB in all: what the rest of the process frees meanwhile hides none of it
            block.clear(); // only pages that were written to are resident
            leaked.add(block);
        });
        assertThatThrownBy(() -> requireFlat(leaking))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("kilobytes more at the end than after a sixth");
        leaked.forEach(Memory::close);
    }

    /** The cheapest training there is, with something beside it in every step. */
    private static TrainingLoop smallLoop(Consumer<NDManager> beside) {
        Linear line = new Linear(1, 1);
        line.initialize(1);
        Batches points = Batches.generated((manager, n) -> manager.randomNormal(new Shape(n, 1)));
        Objective objective = (batch, random) -> {
            beside.accept(random);
            return Loss.of(line.forward(batch.head()).square().mean());
        };
        return TrainingLoop.of(line, points, objective, OPTIONS.withSteps(300).withReportEvery(50));
    }

    private static void requireFlat(TrainingLoop loop) {
        List<Integer> tensors = new ArrayList<>();
        List<Long> resident = new ArrayList<>();
        loop.run((progress, log) -> {
            tensors.add(Compute.liveTensors());
            resident.add(residentKilobytes());
        });
        assertThat(tensors)
                .as("live tensors every sixth of the steps")
                .hasSize(6)
                .containsOnly(tensors.get(0));
        assertThat(resident.get(5) - resident.get(0))
                .as("kilobytes more at the end than after a sixth of the steps; all: %s", resident)
                .isLessThan(MARGIN_KILOBYTES);
    }

    /** Resident memory once all that is free has been given back, the least of three readings; 0 where the system does not tell. */
    private static long residentKilobytes() {
        return LongStream.generate(FlatMemoryTest::reading).limit(3).min().orElseThrow();
    }

    private static long reading() {
        System.gc();
        Compute.returnFreedMemory();
        return ProcessMemory.ofThis().map(ProcessMemory::residentBytes).orElse(0L) / 1024;
    }
}
