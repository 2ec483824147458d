package noisebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noisebook.autoencoder.AutoencoderRecipes;
import noisebook.data.DataSet;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.data.Split;
import noisebook.diffusion.DiffusionRecipes;
import noisebook.gan.Gan;
import noisebook.gan.GanOptions;
import noisebook.gan.GaussianRing;
import noisebook.tensor.Compute;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;
import noisebook.vae.VaeRecipes;
import org.junit.jupiter.api.Tag;
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
                arguments("gan", gan.loop(new GaussianRing(2, .2).batches(), GanOptions.of(OPTIONS))),
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
        List<Integer> tensors = new ArrayList<>();
        List<Long> resident = new ArrayList<>();
        loop.run((progress, log) -> {
            if (progress.step() % 500 == 0) {
                tensors.add(Compute.liveTensors());
                resident.add(residentKilobytes());
            }
        });
        assertThat(tensors).as("live tensors every 500 steps").hasSize(6).containsOnly(tensors.get(0));
        assertThat(resident.get(5) - resident.get(0))
                .as("kilobytes more after 3000 steps than after 500; every 500: %s", resident)
                .isLessThan(MARGIN_KILOBYTES);
    }

    /** Resident memory once all that is free has been given back, the least of three readings; 0 where the system does not tell. */
    private static long residentKilobytes() {
        return IntStream.range(0, 3).mapToLong(i -> reading()).min().orElse(0);
    }

    private static long reading() {
        System.gc();
        Compute.returnFreedMemory();
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
