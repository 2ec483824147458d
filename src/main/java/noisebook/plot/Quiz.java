package noisebook.plot;

import java.awt.image.BufferedImage;
import java.util.List;
import noisebook.data.Images;
import noisebook.math.Require;

/**
 * A game of telling real images from generated ones, as one self-contained piece of HTML: it shows them one by one, keeps the score, and marks every
 * image at the end. It needs no kernel, so it works in a saved page; where scripts do not run, the images stand there without the answers.
 *
 * @param title the question
 * @param images square ones
 * @param real the answer for each image
 */
public record Quiz(String title, Images images, List<Boolean> real) {
    private static final int COLUMNS = 10;

    /** Checks that every image has its answer. */
    public Quiz {
        Require.sameLength("images", images.count(), "answers", real.size());
        Require.notEmpty("quiz \"" + title + "\"", real);
        real = List.copyOf(real);
    }

    /** All images, without the answers. */
    public BufferedImage still() {
        return ImageGrid.of(images).columns(COLUMNS).frame();
    }

    /** One self-contained piece of HTML. */
    public String html() {
        return PagePiece.of(Quiz.class, "quiz")
                .text("TITLE", title)
                .markup("SHEET", Png.dataUrl(still()))
                .data("REAL", real)
                .data("COUNT", real.size())
                .data("SIDE", images.width())
                .data("COLUMNS", COLUMNS)
                .html();
    }
}
