package noisebook.data;

import java.util.List;
import java.util.stream.IntStream;
import noisebook.data.DigitSkeletons.Point;

/**
 * Procedural handwritten digits: 28×28 grey images like MNIST's, drawn from stroke skeletons, so that everything runs
 * without a download.
 *
 * <p>Each image has a random stream of its own that chooses the class, one of several ways to write it, and then how
 * unsteady the hand is, an elastic bend of the paper, slant, turn and proportions, the pen's width at the start and at the
 * end of the line, and the softness of the ink. As in MNIST, the digit fills a box of 20×20 pixels and its centre of mass
 * is put at the centre of the image, up to half a pixel. The same seed gives the same bytes on every machine.
 */
public final class DrawnDigits {
    private static final int SIDE = DataSet.SIDE;
    private static final int BOX = 20;
    private static final int CLASSES = 10;

    private DrawnDigits() {}

    /**
     * Draws a set of digits; image i depends on the seed and i only.
     *
     * @param name what messages call the set
     * @param size how many images, at least 1
     * @param seed decides every image
     * @return (size, 1, 28, 28), labels 0 to 9 in random order
     * @throws IllegalArgumentException when the size is below 1
     */
    public static ImageSet of(String name, int size, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("%s: draw at least 1 image, was asked for %d".formatted(name, size));
        }
        byte[] pixels = new byte[size * SIDE * SIDE];
        int[] labels = new int[size];
        ThreadLocal<InkRaster> rasters = ThreadLocal.withInitial(() -> new InkRaster(SIDE));
        IntStream.range(0, size).parallel().forEach(i -> {
            Dice dice = Dice.of(seed, i);
            labels[i] = dice.below(CLASSES);
            draw(labels[i], dice, rasters.get(), pixels, i * SIDE * SIDE);
        });
        return ImageSet.of(name, 1, SIDE, SIDE, pixels, labels);
    }

    private static void draw(int digit, Dice dice, InkRaster raster, byte[] pixels, int offset) {
        List<List<List<Point>>> ways = DigitSkeletons.of(digit);
        PenPath path = PenPath.of(ways.get(dice.below(ways.size())), .025, dice);
        path.warp(.035, dice);
        double stretch = 1 + dice.bell(.19);
        double slant = .12 + dice.bell(.25);
        double turn = dice.bell(.10);
        path.transform(.9 * stretch, -slant, 0, 1);
        path.transform(1, -turn, turn, 1);

        double width = Math.max(.7, 1.35 + dice.bell(.36));
        double[] radius = {width * dice.uniform(.85, 1.15), width * dice.uniform(.75, 1.1)};
        double centre = SIDE / 2.0;
        path.fit(BOX - .6 - 2 * width, centre + dice.uniform(-.5, .5), centre + dice.uniform(-.5, .5));
        raster.draw(path, radius, dice.uniform(.8, 1.3), dice.uniform(0, .12), pixels, offset);
    }
}
