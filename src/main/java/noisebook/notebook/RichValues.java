package noisebook.notebook;

import java.awt.image.BufferedImage;
import java.util.Base64;
import noisebook.plot.Film;
import noisebook.plot.ForeignChart;
import noisebook.plot.Png;
import tech.tablesaw.api.Table;

/** Pictures, films, charts and tables. Apart from {@link Rendering}, because their classes are loaded with this one's methods. */
final class RichValues {
    private static final int TEXT_ROWS = 20;

    private RichValues() {}

    static MimeBundle image(Object value) {
        BufferedImage image = (BufferedImage) value;
        return image(image, "image, " + image.getWidth() + " × " + image.getHeight());
    }

    /** A picture under a text of its own. */
    static MimeBundle image(BufferedImage image, String text) {
        return MimeBundle.text(text).with("image/png", Base64.getEncoder().encodeToString(Png.bytes(image)));
    }

    static MimeBundle film(Object value) {
        Film film = (Film) value;
        return MimeBundle.html(film.html(), "film, " + film.frames().size() + " frames: " + film.title());
    }

    static MimeBundle chart(Object value) {
        ForeignChart chart = new ForeignChart(value);
        return image(chart.image(), "chart, " + chart.width() + " × " + chart.height());
    }

    static MimeBundle table(Object value) {
        Table table = (Table) value;
        int rows = table.rowCount();
        String count = rows > TEXT_ROWS ? "\n" + TEXT_ROWS + " of " + rows + " rows" : "";
        return MimeBundle.html(HtmlTable.of(table), table.print(TEXT_ROWS) + count);
    }
}
