package noisebook.lesson;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import noisebook.notebook.Displayable;
import noisebook.notebook.MimeBundle;
import noisebook.plot.Drawing;
import noisebook.plot.Film;
import noisebook.plot.Quiz;
import noisebook.touch.Touch;
import tech.tablesaw.api.Table;

/** A figure of a lesson: what it shows, what to look at, its place in the articles, and the checks that prove it. */
public final class Figure implements Displayable {
    /**
     * A place in the articles.
     *
     * @param article such as {@code A1}
     * @param section its heading
     */
    public record Place(String article, String section) {}

    /** Knows what is expected of a check by its name. */
    @FunctionalInterface
    interface Expectations {
        /** Throws when nothing is known. */
        Expectation of(String figure, String check);

        /** For a figure outside a lesson. */
        Expectations NONE = (figure, check) -> {
            throw new IllegalArgumentException("figure " + figure + " belongs to no lesson and knows no band for '"
                    + check + "': say what you expect, as in Check.atMost(name, value, limit)");
        };
    }

    private final String number;
    private final String title;
    private final Optional<Predict> question;
    private final Expectations expectations;
    private final List<Place> places = new ArrayList<>();
    private final List<Exhibit> exhibits = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private String caption = "";
    private final long started;
    private long finished;

    private Figure(String number, String title, Optional<Predict> question, long started, Expectations expectations) {
        this.number = number;
        this.title = title;
        this.question = question;
        this.started = started;
        this.expectations = expectations;
        finished = System.nanoTime();
    }

    /** A figure of a lesson, as the lesson's table has it. */
    static Figure of(String number, LessonTable.Entry entry, long started, Expectations expectations) {
        Figure figure = new Figure(number, entry.title(), Optional.ofNullable(entry.predict()), started, expectations);
        figure.places.addAll(entry.articles());
        figure.caption = Objects.requireNonNullElse(entry.caption(), "");
        return figure;
    }

    /** A figure outside a lesson. */
    public static Figure of(String number, String title) {
        return new Figure(number, title, Optional.empty(), System.nanoTime(), Expectations.NONE);
    }

    /** Shows an image. */
    public Figure image(BufferedImage shown) {
        return show(new Exhibit.Picture(shown));
    }

    /** Shows a chart or another drawing. */
    public Figure image(Drawing shown) {
        return image(shown.image());
    }

    /** Shows a film. */
    public Figure film(Film shown) {
        return show(new Exhibit.Motion(shown));
    }

    /** Shows a game. */
    public Figure quiz(Quiz shown) {
        return show(new Exhibit.Game(shown));
    }

    /** Shows a figure that one can touch. */
    public Figure touch(Touch shown) {
        return show(new Exhibit.Touched(shown));
    }

    /** Shows a table. */
    public Figure table(Table shown) {
        return show(new Exhibit.Numbers(shown));
    }

    private Figure show(Exhibit exhibit) {
        exhibits.add(exhibit);
        return done();
    }

    /** Says what to look at. */
    public Figure caption(String text) {
        caption = text;
        return done();
    }

    /** Fills values into the places that its caption has for them, as in {@link String#format}. */
    public Figure fill(Object... values) {
        return caption(String.format(Locale.ROOT, caption, values));
    }

    /** Adds a place in the articles. */
    public Figure article(String article, String section) {
        places.add(new Place(article, section));
        return done();
    }

    /** Adds a check. */
    public Figure check(Check check) {
        checks.add(check);
        return done();
    }

    /**
     * Adds a check of a value, whose band stands in the table of the lesson.
     *
     * @throws IllegalArgumentException when the table says nothing of it
     */
    public Figure check(String name, double measured) {
        return check(expectations.of(number, name).check(name, measured));
    }

    /**
     * The same of a value beside one that is computed otherwise.
     *
     * @param reference what the band is about: it is to be near this, or at most so many times this
     */
    public Figure check(String name, double measured, double reference) {
        return check(expectations.of(number, name).check(name, measured, reference));
    }

    /** Adds a check of a statement that is to be true. */
    public Figure check(String name, boolean statement) {
        return check(Check.holds(name, statement));
    }

    private Figure done() {
        finished = System.nanoTime();
        return this;
    }

    /** Its number, such as {@code 1.3}. */
    public String number() {
        return number;
    }

    /** Its title. */
    public String title() {
        return title;
    }

    /** What to look at. */
    public String caption() {
        return caption;
    }

    /** Its places in the articles. */
    public List<Place> places() {
        return List.copyOf(places);
    }

    /** Its checks. */
    public List<Check> checks() {
        return List.copyOf(checks);
    }

    /** What it shows, in order. */
    public List<Exhibit> exhibits() {
        return List.copyOf(exhibits);
    }

    /** Its first image, or what stands for a film or a game where neither moves; none when it is a table only. */
    public Optional<BufferedImage> still() {
        return exhibits.stream().flatMap(exhibit -> exhibit.still().stream()).findFirst();
    }

    /** Whether all checks passed. */
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }

    /** Seconds from the figure before it, or the opening of the lesson, until it was done. */
    public double seconds() {
        return (finished - started) / 1e9;
    }

    long finished() {
        return finished;
    }

    /** As HTML that needs nothing else, without the question that a lesson asks before it. */
    public String html() {
        return FigureHtml.of(this);
    }

    @Override
    public MimeBundle toMime() {
        String checkLines = checks.stream().map(Check::line).collect(Collectors.joining("\n"));
        String shown = html();
        return MimeBundle.html(
                question.map(asked -> asked.html(number, shown)).orElse(shown),
                (number + "  " + title + "\n" + checkLines).strip());
    }
}
