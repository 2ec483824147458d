package noisebook.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.Split;
import noisebook.nn.Network;
import noisebook.notebook.Displayable;
import noisebook.notebook.Live;
import noisebook.notebook.MimeBundle;
import noisebook.notebook.Notebook;
import noisebook.plot.Html;
import noisebook.tensor.Compute;
import noisebook.train.Checkpoints;
import noisebook.train.Recipe;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingOptions;
import org.jspecify.annotations.Nullable;

/** A lesson being run: its data, seed and models, and the figures it has made so far. */
public final class Lesson implements Displayable {
    private static volatile @Nullable Lesson latest;

    private final int number;
    private final LessonTable table;
    private final LessonOptions options;
    private final DataSet dataSet;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final List<Network> models = new ArrayList<>();
    private long mark = System.nanoTime();

    private Lesson(int number, LessonTable table, LessonOptions options) {
        this.number = number;
        this.table = table;
        this.options = options;
        DataSet chosen = options.dataSet();
        dataSet = chosen == null ? DataSets.available() : chosen;
    }

    /**
     * Opens a lesson with the current options; see {@link LessonOptions}.
     *
     * @param number from 1
     * @throws IllegalArgumentException if there is no such lesson or data set
     */
    public static Lesson open(int number) {
        LessonTable table = LessonTable.of(number)
                .orElseThrow(
                        () -> new IllegalArgumentException("there are lessons 1 to " + count() + ", was " + number));
        Notebook.init(); // a stock kernel is to show the lesson itself, too
        Lesson lesson = new Lesson(number, table, LessonOptions.current());
        latest = lesson;
        return lesson;
    }

    private static int count() {
        int last = 0;
        while (LessonTable.of(last + 1).isPresent()) {
            last++;
        }
        return last;
    }

    /** Trains the models of lessons opened from now on instead of reading checkpoints, or not. */
    public static void train(boolean fromScratch) {
        LessonOptions now = LessonOptions.current();
        new LessonOptions(now.dataSet(), now.seed(), fromScratch).apply();
    }

    /** The lesson opened last, if any was since the last {@link #forget()}. */
    public static Optional<Lesson> latest() {
        return Optional.ofNullable(latest);
    }

    /** Forgets the lesson opened last and frees its models; its figures stay. */
    public static void forget() {
        Lesson last = latest;
        latest = null;
        if (last != null) {
            last.models.forEach(Network::close);
            Compute.returnFreedMemory();
        }
    }

    /**
     * Starts a figure of this lesson. One with the number of an earlier one replaces it, as when a cell runs again.
     *
     * @param figureNumber such as {@code 1.3}
     * @throws IllegalArgumentException if the lesson has no such figure
     */
    public Figure figure(String figureNumber) {
        return start(figureNumber, table.figure(figureNumber));
    }

    /** Starts a figure of one's own, which the lesson's table says nothing about: its checks bring what they expect. */
    public Figure figure(String figureNumber, String title) {
        return start(figureNumber, new LessonTable.Entry(title, null, null, null, null));
    }

    private Figure start(String figureNumber, LessonTable.Entry entry) {
        Figure previous =
                figures.isEmpty() ? null : List.copyOf(figures.values()).get(figures.size() - 1);
        mark = previous == null ? mark : previous.finished();
        Figure figure = Figure.of(figureNumber, entry, mark, this::expected);
        figures.put(figureNumber, figure);
        return figure;
    }

    /**
     * Says what is right or wrong with a formula that the learner has written.
     *
     * @param exercise one of {@link Exercises}
     * @param formula such as {@code (mu, logVariance) -> 0}
     */
    public <F> Attempt attempt(Exercise<F> exercise, F formula) {
        return exercise.attempt(formula);
    }

    private Expectation expected(String figure, String check) {
        return table.expected(figure, check, dataSet);
    }

    /**
     * The digits of this lesson: the data set chosen, or MNIST if it is there, or else the drawn digits.
     *
     * @throws UncheckedIOException if the data set chosen cannot be loaded
     */
    public Split digits() {
        Live live = Notebook.live();
        return DataSets.load(dataSet, download -> {
            String line = download.line().strip();
            Notebook.status(line);
            live.show(() -> MimeBundle.text(line));
        });
    }

    /**
     * The value for the data set in use.
     *
     * @param mnist for MNIST
     * @param drawn for the drawn digits
     */
    public <T> T pick(T mnist, T drawn) {
        return dataSet == DataSet.MNIST ? mnist : drawn;
    }

    /**
     * A trained model: with shipped weights, which is said, or trained here when {@link #train} asks for it or no weights
     * are shipped for the data set in use.
     *
     * @throws UncheckedIOException if the shipped weights are damaged, or made for another recipe or other data
     */
    public <M extends Network> M model(Recipe<M> recipe) {
        return model(recipe, (live, model) -> live);
    }

    /**
     * The same, watched in a way of one's own when it is trained here.
     *
     * @param watch adds to the live figure, such as a floor or samples of the model
     */
    public <M extends Network> M model(Recipe<M> recipe, BiFunction<LiveTraining, M, LiveTraining> watch) {
        Path file = Checkpoints.file(dataSet, recipe.name());
        if (options.train()) {
            return fit(recipe, watch).model();
        }
        if (!Files.exists(file)) {
            Notebook.display(
                    MimeBundle.text(recipe.name() + ": no weights are shipped for " + dataSet + ", training here"));
            return fit(recipe, watch).model();
        }
        try {
            M model = Checkpoints.load(recipe, digits());
            models.add(model);
            Notebook.display(MimeBundle.text(recipe.name() + ": weights from a checkpoint trained on " + dataSet));
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * Trains a model here and now, with the seed of the lesson and a live figure. Stopping the cell ends the training in
     * order; what was learned is kept.
     *
     * @param watch adds to the live figure, such as a floor or samples of the model
     */
    public <M extends Network> Trained<M> fit(Recipe<M> recipe, BiFunction<LiveTraining, M, LiveTraining> watch) {
        TrainingOptions how = recipe.options().withSeed(seed());
        Recipe.Training<M> training = recipe.with(how).start(digits());
        M model = training.model();
        models.add(model);
        LiveTraining live = watch.apply(LiveTraining.of(recipe.name(), model, how.steps()), model);
        TrainingLog log = live.run(training.loop(), TrainingListener.NONE);
        model.training(false);
        return new Trained<>(model, log);
    }

    /** What computes: engine, device, threads. */
    public String device() {
        return Compute.describe();
    }

    /** The data set in use. */
    public DataSet dataSet() {
        return dataSet;
    }

    /** Bands of the lesson's table that no check of the figures so far has asked for, such as {@code 1.1 test MSE}. */
    public List<String> uncheckedBands() {
        List<String> left = table.checks();
        figures.values()
                .forEach(figure -> figure.checks().forEach(check -> left.remove(figure.number() + " " + check.name())));
        return left;
    }

    /** The figures so far, in order. */
    public List<Figure> figures() {
        return List.copyOf(figures.values());
    }

    /** Its number, from 1. */
    public int number() {
        return number;
    }

    /** Its title. */
    public String title() {
        return table.title();
    }

    /** The seed of everything random in it. */
    public long seed() {
        return options.seed();
    }

    @Override
    public MimeBundle toMime() {
        String facts = "data: " + dataSet + " · " + device() + " · seed " + seed()
                + (options.train() ? " · models trained here" : " · models from checkpoints");
        String heading = "Lesson " + number + ": " + title();
        return MimeBundle.html(
                "<p><b>" + Html.escape(heading) + "</b><br>" + Html.escape(facts) + "</p>", heading + "\n" + facts);
    }
}
