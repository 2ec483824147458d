package noisebook.data;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import noisebook.math.Require;

/**
 * Pictures and what they show.
 *
 * @param images (size, 3, 32, 32); the label of a picture is the {@link Scene#index} of its scene
 */
public record SceneSet(ImageSet images) {
    /**
     * Checks the labels.
     *
     * @throws IllegalArgumentException when one is not the index of a scene
     */
    public SceneSet {
        for (int label : images.labels()) {
            Require.that(label >= 0 && label < Scene.all().size(), "a scene's index must be 0 to 119", label);
        }
    }

    /** How many there are. */
    public int size() {
        return images.size();
    }

    /** What one picture shows. */
    public Scene scene(int i) {
        return Scene.all().get(images.label(i));
    }

    /** What each shows, (size). */
    public List<Scene> scenes() {
        return IntStream.range(0, size()).mapToObj(this::scene).toList();
    }

    /** A caption for each, (size). */
    public List<String> captions(Language language) {
        return scenes().stream().map(scene -> scene.caption(language)).toList();
    }

    /** The tokens of the captions, (size, {@link Vocabulary#LENGTH}). */
    public int[][] tokens(Language language) {
        return Vocabulary.of(language).encode(captions(language));
    }

    /** Those at the given indices, in that order; an index may occur twice. */
    public SceneSet select(int... indices) {
        return new SceneSet(images.select(indices));
    }

    /**
     * Those that show what is asked for, in their order.
     *
     * @throws IllegalArgumentException when there is none
     */
    public SceneSet where(Predicate<Scene> shown) {
        return select(
                IntStream.range(0, size()).filter(i -> shown.test(scene(i))).toArray());
    }
}
