package noisebook.touch;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import noisebook.data.Images;
import noisebook.math.Require;
import noisebook.plot.ImageGrid;
import noisebook.plot.Png;

/** What each start noise becomes in so many steps: one chooses both, from pictures that were drawn beforehand. */
public final class StepsAtlas {
    /** Levels of grey, to keep the page small. */
    private static final int GREYS = 16;

    private StepsAtlas() {}

    /**
     * The figure.
     *
     * @param steps numbers of steps, rising; the last is the most careful walk
     * @param drawn for each number of steps the pictures of all starts
     * @param read for each number of steps what digit each picture is taken for
     * @param still a picture for where it cannot move
     */
    public static Touch of(int[] steps, List<Images> drawn, List<int[]> read, BufferedImage still) {
        Require.sameLength("numbers of steps", steps.length, "sets of pictures", drawn.size());
        Require.sameLength("numbers of steps", steps.length, "readings", read.size());
        int starts = drawn.get(0).count();
        int least = Math.min(
                2,
                IntStream.range(0, starts)
                        .map(start -> needed(read, start))
                        .max()
                        .orElse(0));
        return Touch.of(
                        "Choose a start noise, and how many steps it may take",
                        "Find a start noise that becomes the digit it will be with S = " + steps[steps.length - 1]
                                + " only from S = " + steps[least] + " on or later, and choose the least S for it.",
                        "steps",
                        still)
                .with("steps", steps)
                .with("starts", starts)
                .with("least", least)
                .with("side", drawn.get(0).width())
                .with("read", read)
                .with(
                        "sheet",
                        Png.dataUrl(ImageGrid.of(Images.join(drawn).levels(GREYS))
                                .columns(starts)
                                .frame()));
    }

    /** Which number of steps is the first from which on the digit stays what it will be. */
    private static int needed(List<int[]> read, int start) {
        int i = read.size() - 1;
        while (i > 0 && read.get(i - 1)[start] == read.get(read.size() - 1)[start]) {
            i--;
        }
        return i;
    }
}
