package noisebook.lesson;

import java.util.List;
import java.util.Map;

/** The figures of a lesson as its table lists them, known without running it. */
public final class FigureIndex {
    /** The articles whose figures the lessons reproduce, by their short names. */
    public static final Map<String, String> ARTICLES = Map.of(
            "A1", "Generative computer vision, part 1: an overview",
            "A2", "Generative adversarial networks (machine-learning handbook, 8.3)",
            "A3", "How to paint a picture if you are a neural network",
            "A4", "Introduction to generative modelling (machine-learning handbook, 8.1)");

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
