package noisebook.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noisebook.io.WholeFile;
import noisebook.lesson.Exhibit;
import noisebook.lesson.Figure;
import noisebook.plot.Png;

/** Writes the figures of a run as files: a PNG for each, a GIF for each film, and one page that holds them all. */
final class Gallery {
    static final String INDEX = "index.html";

    private Gallery() {}

    /**
     * Writes the images, then the page.
     *
     * @param start when the work began, in the time of {@link System#nanoTime()}
     * @return what it took
     */
    static Cost write(List<LessonRun> runs, long start, Path folder) throws IOException {
        for (LessonRun run : runs) {
            for (Figure figure : run.figures()) {
                writeImages(figure, folder);
            }
        }
        Cost cost = Cost.since(start);
        WholeFile.write(
                folder.resolve(INDEX), new GalleryPage(runs, cost).html().getBytes(StandardCharsets.UTF_8));
        return cost;
    }

    private static void writeImages(Figure figure, Path folder) throws IOException {
        for (Exhibit exhibit : figure.exhibits()) {
            if (exhibit instanceof Exhibit.Motion motion) {
                WholeFile.write(
                        folder.resolve(fileName(figure, "gif")), motion.film().gif());
            }
        }
        Optional<BufferedImage> still = figure.still();
        if (still.isPresent()) {
            WholeFile.write(folder.resolve(fileName(figure, "png")), Png.bytes(still.get()));
        }
    }

    /** Such as {@code figure-1.3-a-shift-fools-mse.png}. */
    static String fileName(Figure figure, String extension) {
        String words = figure.title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return "figure-" + figure.number() + "-" + words + "." + extension;
    }
}
