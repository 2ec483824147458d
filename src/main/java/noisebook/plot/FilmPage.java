package noisebook.plot;

/** The HTML of a film: plain markup, inline style and script, no address but {@code data:}. */
final class FilmPage {
    private static final int WIDTH = 560;

    private FilmPage() {}

    static String html(Film film) {
        SpriteSheet sheet = SpriteSheet.of(film.frames());
        return PagePiece.of(FilmPage.class, "film")
                .text("TITLE", film.title())
                .text("CAPTION", film.captions().get(film.still()))
                .markup("STILL", SpriteSheet.still(film.stillFrame()))
                .data("WIDTH", shownWidth(film.stillFrame().getWidth()))
                .data("STILLINDEX", film.still())
                .data("FRAMEWIDTH", sheet.width())
                .data("FRAMEHEIGHT", sheet.height())
                .data("COLUMNS", SpriteSheet.COLUMNS)
                .data("CELLWIDTH", sheet.cellWidth())
                .data("MILLISECONDS", film.milliseconds())
                .data("STRIPS", sheet.urls())
                .data("CAPTIONS", film.captions())
                .html();
    }

    /** Small frames grow by a whole factor, large ones shrink to the column. */
    private static int shownWidth(int width) {
        return width >= WIDTH ? WIDTH : width * (WIDTH / width);
    }
}
