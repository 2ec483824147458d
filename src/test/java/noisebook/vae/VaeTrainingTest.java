package noisebook.vae;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import noisebook.data.ImageSet;
import noisebook.tensor.Compute;
import noisebook.train.Batches;
import noisebook.train.Recipe;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class VaeTrainingTest {
    private static final ImageSet IMAGES = Images.stripes(16);

    @Test
    void oneBatchIsLearnedByHeart() {
        for (Vae vae : new Vae[] {Vae.mlp(8, 64), Vae.conv(8)}) {
            vae.initialize(1);
            assertThat(vae.negativeElbo(IMAGES, 1).reconstruction())
                    .as("before")
                    .isGreaterThan(500);
            train(vae, TrainingOptions.of(250, 16, 3e-3), .01);
            NegativeElbo after = vae.negativeElbo(IMAGES, 1);
            assertThat(after.reconstruction())
                    .as("after; black and white pixels have no floor")
                    .isLessThan(5);
            vae.close();
        }
    }

    @Test
    void aHeavierKlTermBuysCloserCodesWithWorseImages() {
        NegativeElbo[] ends = new NegativeElbo[2];
        for (int i = 0; i < 2; i++) {
            try (Vae vae = Vae.mlp(4, 32)) {
                vae.initialize(2);
                train(vae, TrainingOptions.of(150, 16, 1e-2), i == 0 ? 1 : 30);
                ends[i] = vae.negativeElbo(IMAGES, 2);
            }
        }
        assertThat(ends[1].kl()).isLessThan(ends[0].kl());
        assertThat(ends[1].reconstruction()).isGreaterThan(ends[0].reconstruction());
    }

    @Test
    void recipesAreNamedOnceEach() {
        assertThat(VaeRecipes.all())
                .extracting(Recipe::name)
                .doesNotHaveDuplicates()
                .contains("vae-mlp-d20", "vae-mlp-d2");
    }

    @Test
    @Tag("slow")
    void threeThousandStepsLeaveNothingBehind() {
        int[] live = new int[2];
        long[] resident = new long[2];
        try (Vae vae = Vae.mlp(8, 64)) {
            vae.initialize(3);
            VaeRecipes.loop(vae, Batches.of(Images.stripes(64)), TrainingOptions.of(3000, 64, 1e-3), 1)
                    .run((progress, log) -> {
                        int moment = progress.step() <= 1000 ? 0 : 1;
                        live[moment] = Compute.liveTensors();
                        resident[moment] = residentKilobytes();
                    });
        }
        assertThat(live[1]).isEqualTo(live[0]);
        assertThat(resident[1] - resident[0])
                .as("kilobytes, Java's heap included; one batch a step would be 400,000")
                .isLessThan(250_000);
    }

    private static void train(Vae vae, TrainingOptions options, double klWeight) {
        VaeRecipes.loop(vae, Batches.of(IMAGES), options, klWeight).run(TrainingListener.NONE);
    }

    /** Resident memory of this process, or 0 where the system does not tell. */
    private static long residentKilobytes() {
        try {
            return Files.lines(Path.of("/proc/self/status"))
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
