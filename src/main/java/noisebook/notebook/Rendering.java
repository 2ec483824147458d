package noisebook.notebook;

import java.awt.image.BufferedImage;
import java.util.Base64;
import noisebook.plot.Film;
import noisebook.plot.Png;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** How values are shown: images as PNG, films and tables as HTML, the rest as readable text; there is always a text as well. */
public final class Rendering {
    private Rendering() {}

    /**
     * The representations of a value.
     *
     * @param value anything
     * @return empty for null and for a {@link Display}, which already shows itself
     */
    public static MimeBundle of(@Nullable Object value) {
        if (value == null || value instanceof Display) {
            return MimeBundle.EMPTY;
        }
        if (value instanceof MimeBundle bundle) {
            return bundle;
        }
        if (value instanceof Displayable displayable) {
            return displayable.toMime();
        }
        if (value instanceof BufferedImage image) {
            String text = "image, " + image.getWidth() + " × " + image.getHeight();
            return MimeBundle.text(text).with("image/png", Base64.getEncoder().encodeToString(Png.bytes(image)));
        }
        if (value instanceof Film film) {
            return MimeBundle.html(film.html(), "film, " + film.frames().size() + " frames: " + film.title());
        }
        if (value instanceof Table table) {
            return MimeBundle.html(HtmlTable.of(table), table.print());
        }
        return MimeBundle.text(PlainText.of(value));
    }
}
