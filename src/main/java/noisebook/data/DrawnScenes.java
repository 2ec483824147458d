package noisebook.data;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import noisebook.math.Require;

/**
 * A small world of pictures with captions, drawn by code: 32×32 in colour, an animal at a place. {@link Scene} is what a caption says. Position, size, tilt and
 * the side to which the animal looks, its exact shade and its marks, the weather and what else is there are chosen at random and have no words.
 *
 * <p>Each method returns (count, 3, 32, 32), values of 0 to 255 in bytes and the scene of each picture. The same seed gives the same bytes on every machine. What
 * has no words depends on the seed and the picture's number only, in two streams, one for the animal and one for the place: another colour leaves all else as
 * it was, and another place leaves the animal as it was.
 */
public final class DrawnScenes {
    /** Rows and columns of every picture. */
    public static final int SIDE = SceneRaster.SIDE;

    private static final int NUMBERS = 3 * SIDE * SIDE;

    private DrawnScenes() {}

    /**
     * Pictures to learn from, each of a scene chosen at random from the {@link Scene#seen} ones: no white cat.
     *
     * @param count at least 1
     * @param seed decides every picture; picture i is the same in a larger set
     * @throws IllegalArgumentException when the count is below 1
     */
    public static SceneSet training(int count, long seed) {
        return among(Scene.seen(), count, seed);
    }

    /** Pictures of scenes chosen at random from all 120. */
    public static SceneSet all(int count, long seed) {
        return among(Scene.all(), count, seed);
    }

    /**
     * Pictures of scenes chosen at random from those given, each as likely as the others.
     *
     * @throws IllegalArgumentException when the count is below 1 or there are no scenes
     */
    public static SceneSet among(List<Scene> scenes, int count, long seed) {
        Require.positive("count", count);
        Require.that(!scenes.isEmpty(), "there must be scenes to choose from", scenes);
        Dice choice = Dice.of(seed, -1);
        return each(
                IntStream.range(0, count)
                        .mapToObj(i -> scenes.get(choice.below(scenes.size())))
                        .toList(),
                seed);
    }

    /** Pictures of one scene, which differ in all that has no words. */
    public static SceneSet of(Scene scene, int count, long seed) {
        Require.positive("count", count);
        return each(Collections.nCopies(count, scene), seed);
    }

    /** One picture of each, in that order. */
    public static SceneSet each(List<Scene> scenes, long seed) {
        return draw("drawn scenes", scenes, seed, false);
    }

    /** The pictures of {@link #each} with a red hat, white at the brim, on every animal: for a word that captions do not have. */
    public static SceneSet withHats(List<Scene> scenes, long seed) {
        return draw("drawn scenes with hats", scenes, seed, true);
    }

    private static SceneSet draw(String name, List<Scene> scenes, long seed, boolean hat) {
        byte[] pixels = new byte[scenes.size() * NUMBERS];
        ThreadLocal<SceneRaster> rasters = ThreadLocal.withInitial(SceneRaster::new);
        IntStream.range(0, scenes.size()).parallel().forEach(i -> {
            SceneRaster raster = rasters.get();
            draw(scenes.get(i), raster, Dice.of(seed, 2L * i), Dice.of(seed, 2L * i + 1), hat);
            raster.write(pixels, i * NUMBERS);
        });
        int[] labels = scenes.stream().mapToInt(Scene::index).toArray();
        return new SceneSet(ImageSet.of(name, 3, SIDE, SIDE, pixels, labels));
    }

    private static void draw(Scene scene, SceneRaster raster, Dice animal, Dice place, boolean hat) {
        new PlacePainter(raster, place).draw(scene.place());
        boolean seated = scene.place() == Place.SOFA;
        Pose pose = seated ? Pose.between(25.6, 27, animal) : Pose.between(26.2, 29.8, animal);
        raster.glaze(Convex.ellipse(pose.x(), pose.y() + .1, 7.8 * pose.scale(), 1.5, 0), Rgb.BLACK, .2);
        Colour colour = scene.colour();
        int shade = Rgb.near(colour.rgb(), colour == Colour.WHITE ? 4 : 9, animal);
        int lit = scene.place() == Place.NIGHT ? Rgb.mix(shade, 0x202a70, .05) : shade;
        AnimalPainter painter = new AnimalPainter(raster, pose, lit, colour.outline(), animal);
        painter.draw(scene.animal());
        if (hat) {
            painter.hat(scene.animal());
        }
    }
}
