package noisebook.data;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DrawnScenesTest {
    private static final int PIXELS = 32 * 32;
    private static final SceneSet TRAINING = DrawnScenes.training(20_000, 42);

    /** Checkpoints name the data they were trained on: these bytes may change only together with them. */
    @Test
    void theBytesAreTheSameOnEveryMachine() {
        assertThat(DrawnScenes.each(Scene.all(), 42).images().sha256())
                .isEqualTo("a71fa83ad4158467105d634c911f14522489b25162d6b98fdb827a6a3edfbdcc");
        assertThat(DrawnScenes.withHats(Scene.all(), 42).images().sha256())
                .isEqualTo("193e6317dfe7f99598cd8705bbff9c3f1301075cc7d7ed403b2011b7caade149");
        assertThat(TRAINING.images().head(1000).sha256())
                .isEqualTo("ec246a4376e6fea058c80a9ea0b56605a33827c0a70a11443d4b593d4436f392");
    }

    @Test
    void aPictureDependsOnItsNumberAndTheSeedOnly() {
        String first = TRAINING.images().head(20).sha256();
        assertThat(DrawnScenes.training(20, 42).images().sha256()).isEqualTo(first);
        assertThat(DrawnScenes.training(20, 43).images().sha256()).isNotEqualTo(first);
    }

    @Test
    void picturesAreThirtyTwoPixelsWideInColour() {
        assertThat(TRAINING.images().head(3).images()).hasToString("3 colour pictures of 32×32 in [0, 1]");
    }

    @Test
    void trainingHasAllScenesButWhiteCats() {
        assertThat(TRAINING.scenes()).doesNotContainAnyElementsOf(whiteCats());
        assertThat(TRAINING.scenes()).containsAll(Scene.seen());
        assertThat(TRAINING.scenes()).anyMatch(scene -> scene.colour() == Colour.WHITE);
        assertThat(TRAINING.scenes()).anyMatch(scene -> scene.animal() == Animal.CAT);
        assertThat(DrawnScenes.all(2000, 42).scenes()).containsAll(whiteCats());
    }

    private static List<Scene> whiteCats() {
        return Arrays.stream(Place.values())
                .map(place -> new Scene(Animal.CAT, Colour.WHITE, place))
                .toList();
    }

    @Test
    void seenScenesAreEquallyLikely() {
        Map<Scene, Long> counts = TRAINING.scenes().stream().collect(groupingBy(scene -> scene, counting()));
        // Binomial(20,000, 1/115): mean 173.9, standard deviation 13.1
        assertThat(counts.values())
                .hasSize(115)
                .allSatisfy(count -> assertThat(count).isBetween(174L - 4 * 13, 174L + 4 * 13));
    }

    @Test
    void captionsAndTokensBelongToTheirPictures() {
        SceneSet few = DrawnScenes.each(List.of(Scene.all().get(7), Scene.all().get(90)), 1);
        assertThat(few.scenes()).containsExactly(Scene.all().get(7), Scene.all().get(90));
        assertThat(few.captions(Language.RUSSIAN)).containsExactly("чёрный кот ночью", "белая птица на траве");
        assertThat(few.tokens(Language.RUSSIAN)[1])
                .isEqualTo(Vocabulary.of(Language.RUSSIAN).encode("белая птица на траве"));
        assertThat(few.where(scene -> scene.animal() == Animal.BIRD).images().row(0))
                .isEqualTo(few.images().row(1));
    }

    @Test
    void picturesOfOneSceneDiffer() {
        SceneSet cats = DrawnScenes.of(Scene.all().get(0), 500, 42);
        assertThat(IntStream.range(0, 500)
                        .map(i -> Arrays.hashCode(cats.images().row(i)))
                        .distinct())
                .hasSize(500);
        Images images = cats.images().images();
        assertThat(IntStream.range(1, 500)
                        .mapToDouble(i -> images.distance(0, i))
                        .min()
                        .orElseThrow())
                .as("nearest to the first, over 3,072 numbers")
                .isGreaterThan(3);
    }

    /** Fur is where a white animal and a black one are far apart; its mean is nearest to the colour in the caption. */
    @ParameterizedTest
    @EnumSource(Colour.class)
    void anAnimalHasTheColourOfItsName(Colour colour) {
        for (Scene scene :
                Scene.all().stream().filter(each -> each.colour() == colour).toList()) {
            double[] white = draw(new Scene(scene.animal(), Colour.WHITE, scene.place()), 3);
            double[] black = draw(new Scene(scene.animal(), Colour.BLACK, scene.place()), 3);
            double[] mean = mean(draw(scene, 3), difference(white, black, .6));
            assertThat(Arrays.stream(Colour.values()).min(Comparator.comparingDouble(c -> distance(mean, c.rgb()))))
                    .as("%s, on average %s", scene, Arrays.toString(mean))
                    .hasValue(colour);
        }
    }

    @Test
    void anotherColourLeavesAllElseAsItWas() {
        for (Scene scene : Scene.all()) {
            boolean[] animal = difference(scene, new Scene(scene.animal(), Colour.PINK, scene.place()), 5);
            if (scene.colour() != Colour.PINK) {
                assertThat(count(animal)).as("pixels of %s", scene).isBetween(120L, 480L);
            }
        }
    }

    @Test
    void anotherPlaceLeavesTheAnimalAsItWas() {
        for (Animal animal : Animal.values()) {
            Scene black = new Scene(animal, Colour.BLACK, Place.GRASS);
            Scene atSea = new Scene(animal, Colour.BLACK, Place.SEA);
            boolean[] shape = difference(black, new Scene(animal, Colour.WHITE, Place.GRASS), 6);
            assertThat(difference(atSea, new Scene(animal, Colour.WHITE, Place.SEA), 6))
                    .isEqualTo(shape);
            boolean[] changed = difference(black, atSea, 6);
            long kept = IntStream.range(0, PIXELS)
                    .filter(p -> shape[p] && !changed[p])
                    .count();
            assertThat(kept).as("pixels inside the %s", animal).isGreaterThan(count(shape) / 2);
        }
    }

    @Test
    void aHatIsPutOnWhatStaysTheSame() {
        SceneSet bare = DrawnScenes.each(Scene.all(), 7);
        SceneSet hats = DrawnScenes.withHats(Scene.all(), 7);
        assertThat(hats.scenes()).isEqualTo(bare.scenes());
        for (int i = 0; i < bare.size(); i++) {
            assertThat(count(difference(bare.images().row(i), hats.images().row(i), 0)))
                    .as("pixels of the hat of %s", bare.scene(i))
                    .isBetween(20L, 100L);
        }
    }

    @Test
    void refusesAnEmptySet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawnScenes.training(0, 42))
                .withMessage("count must be at least 1, was 0");
    }

    @Test
    void refusesPicturesWithoutScenes() {
        ImageSet digits = ImageSet.of("other", 3, 32, 32, new byte[3 * PIXELS], new int[] {120});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SceneSet(digits))
                .withMessage("a scene's index must be 0 to 119, was 120");
    }

    private static double[] draw(Scene scene, long seed) {
        return DrawnScenes.of(scene, 1, seed).images().row(0);
    }

    private static boolean[] difference(Scene a, Scene b, long seed) {
        return difference(draw(a, seed), draw(b, seed), 0);
    }

    /** The pixels that have a channel in which they differ by more than that. */
    private static boolean[] difference(double[] a, double[] b, double more) {
        boolean[] differ = new boolean[PIXELS];
        for (int i = 0; i < a.length; i++) {
            differ[i % PIXELS] |= Math.abs(a[i] - b[i]) > more;
        }
        return differ;
    }

    private static long count(boolean[] mask) {
        return IntStream.range(0, mask.length).filter(p -> mask[p]).count();
    }

    private static double[] mean(double[] picture, boolean[] where) {
        return IntStream.range(0, 3)
                .mapToDouble(channel -> IntStream.range(0, PIXELS)
                        .filter(p -> where[p])
                        .mapToDouble(p -> 255 * picture[channel * PIXELS + p])
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static double distance(double[] mean, int rgb) {
        return Math.pow(mean[0] - Rgb.red(rgb), 2)
                + Math.pow(mean[1] - Rgb.green(rgb), 2)
                + Math.pow(mean[2] - Rgb.blue(rgb), 2);
    }
}
