package noisebook.lesson;

import java.awt.image.BufferedImage;
import java.util.Optional;
import noisebook.notebook.HtmlTable;
import noisebook.plot.Film;
import noisebook.plot.Html;
import noisebook.plot.Quiz;
import noisebook.touch.Touch;
import tech.tablesaw.api.Table;

/** What a figure shows. */
public sealed interface Exhibit {
    /** As HTML that needs nothing else. */
    String html(String title);

    /** What stands for it where nothing moves; a table has none. */
    Optional<BufferedImage> still();

    /** An image. */
    record Picture(BufferedImage image) implements Exhibit {
        @Override
        public String html(String title) {
            return Html.image(image, title);
        }

        @Override
        public Optional<BufferedImage> still() {
            return Optional.of(image);
        }
    }

    /** A film. */
    record Motion(Film film) implements Exhibit {
        @Override
        public String html(String title) {
            return film.html();
        }

        @Override
        public Optional<BufferedImage> still() {
            return Optional.of(film.stillFrame());
        }
    }

    /** A game. */
    record Game(Quiz quiz) implements Exhibit {
        @Override
        public String html(String title) {
            return quiz.html();
        }

        @Override
        public Optional<BufferedImage> still() {
            return Optional.of(quiz.still());
        }
    }

    /** A figure that one can touch. */
    record Touched(Touch touch) implements Exhibit {
        @Override
        public String html(String title) {
            return touch.html();
        }

        @Override
        public Optional<BufferedImage> still() {
            return Optional.of(touch.still());
        }
    }

    /** A table. */
    record Numbers(Table table) implements Exhibit {
        @Override
        public String html(String title) {
            return HtmlTable.of(table);
        }

        @Override
        public Optional<BufferedImage> still() {
            return Optional.empty();
        }
    }
}
