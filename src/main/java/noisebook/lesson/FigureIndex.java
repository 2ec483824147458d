package noisebook.lesson;

import java.util.List;

/** The figures of a lesson as its table lists them, known without running it. */
public final class FigureIndex {
    /**
     * A figure in the list.
     *
     * @param number such as {@code 1.3}
     * @param title in a few words
     * @param places in the articles
     */
    public record Listed(String number, String title, List<Figure.Place> places) {
        /** Copies the list. */
        public Listed {
            places = List.copyOf(places);
        }
    }

    private FigureIndex() {}

    /** The figures of a lesson in order; none when there is no such lesson. */
    public static List<Listed> of(int lesson) {
        return LessonTable.of(lesson).stream()
                .flatMap(table -> table.figures().entrySet().stream())
                .map(figure -> new Listed(
                        figure.getKey(),
                        figure.getValue().title(),
                        figure.getValue().articles()))
                .toList();
    }
}
