package noisebook.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import noisebook.plot.Html;

/** Which figures show what of the articles: links by article and then by section, the sections in the order in which they are first met. */
public final class ArticleIndex {
    /** The articles whose figures the lessons reproduce, by their short names. */
    public static final Map<String, Article> ARTICLES = Map.of(
            "A1", new Article("Генеративный CV. Часть 1", "Generative computer vision, part 1: an overview"),
            "A2",
                    new Article(
                            "Генеративно-состязательные сети (GAN)",
                            "Generative adversarial networks (machine-learning handbook, 8.3)"),
            "A3",
                    new Article(
                            "Как нарисовать картину, если ты нейросеть",
                            "How to paint a picture if you are a neural network"),
            "A4",
                    new Article(
                            "Введение в генеративное моделирование",
                            "Introduction to generative modelling (machine-learning handbook, 8.1)"));

    private final Map<String, Map<String, List<String>>> links = new TreeMap<>();

    /**
     * An article.
     *
     * @param title its own
     * @param english what it says
     */
    public record Article(String title, String english) {}

    /** Adds a link, which is HTML, to a figure that shows this place. */
    public void add(Figure.Place place, String link) {
        links.computeIfAbsent(place.article(), article -> new LinkedHashMap<>())
                .computeIfAbsent(place.section(), section -> new ArrayList<>())
                .add(link);
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return links.isEmpty();
    }

    /** Gives the short name of each article and its sections, as an HTML list with their links. */
    public void forEach(BiConsumer<String, String> each) {
        links.forEach((article, sections) -> {
            StringBuilder list = new StringBuilder("<ul>\n");
            sections.forEach((section, found) -> list.append("<li>")
                    .append(Html.escape(section))
                    .append(": ")
                    .append(String.join(", ", found))
                    .append("</li>\n"));
            each.accept(article, list.append("</ul>").toString());
        });
    }
}
