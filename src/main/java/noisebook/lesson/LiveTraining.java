package noisebook.lesson;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import noisebook.nn.Network;
import noisebook.notebook.Live;
import noisebook.notebook.MimeBundle;
import noisebook.notebook.Notebook;
import noisebook.notebook.Progress;
import noisebook.plot.TrainingChart;
import noisebook.tensor.GradMode;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingProgress;
import org.jspecify.annotations.Nullable;

/**
 * Shows a training run below the cell while it lasts: its losses, what they are measured against, a picture of what the
 * model does by now, and how long it will take. It obeys the limits of {@link Live}.
 */
public final class LiveTraining implements TrainingListener {
    private final String title;
    private final Network model;
    private final Live live = Notebook.live();
    private final Progress progress;
    private final List<UnaryOperator<TrainingChart>> references = new ArrayList<>();
    private final int steps;
    private String unit = "loss";
    private @Nullable Supplier<BufferedImage> picture;
    private @Nullable TrainingChart chart;

    private LiveTraining(String title, Network model, int steps) {
        this.title = title;
        this.model = model;
        this.steps = steps;
        progress = Notebook.progress(title, steps);
    }

    /**
     * Watches a run.
     *
     * @param title of the chart
     * @param model the model in training; in pictures it acts as after training
     * @param steps of the run
     */
    public static LiveTraining of(String title, Network model, int steps) {
        return new LiveTraining(title, model, steps);
    }

    /** Says what the losses are, such as {@code loss (nats per image)}. */
    public LiveTraining unit(String label) {
        unit = label;
        return this;
    }

    /** Draws a line the loss is measured against: a floor or an optimum. */
    public LiveTraining level(String label, double loss) {
        return band(label, loss, loss);
    }

    /** Draws a band the loss should end in. */
    public LiveTraining band(String label, double low, double high) {
        references.add(chosen -> chosen.band(label, low, high));
        return this;
    }

    /** Draws a picture beside the losses, such as samples or a decision field; no gradients are kept meanwhile. */
    public LiveTraining beside(Supplier<BufferedImage> draw) {
        picture = draw;
        return this;
    }

    /**
     * Runs a training and shows it; stopping the cell ends it in order, and what was learned is kept.
     *
     * @param first another listener, called before each picture is drawn
     */
    public TrainingLog run(TrainingLoop loop, TrainingListener first) {
        long start = System.nanoTime();
        TrainingLog log = loop.run(first.and(this));
        finish(log, (System.nanoTime() - start) / 1e9);
        return log;
    }

    @Override
    public void onProgress(TrainingProgress now, TrainingLog log) {
        TrainingChart current = chart();
        now.losses().forEach((name, value) -> current.add(spoken(name), now.step(), value));
        progress.update(now.step(), words(now.losses()));
        live.show(() -> image(current, now.elapsed().toNanos() / 1e9));
    }

    /** Draws the last state, and says when the run was stopped. */
    private void finish(TrainingLog log, double seconds) {
        progress.close();
        TrainingChart current = chart;
        if (current != null) {
            live.finish(() -> image(current, seconds));
        }
        if (log.outcome() == TrainingLog.Outcome.INTERRUPTED) {
            Notebook.display(MimeBundle.text(title + ": stopped; the model and its losses so far are kept"));
        }
    }

    private TrainingChart chart() {
        TrainingChart current = chart;
        if (current == null) {
            current = TrainingChart.of(title, unit, steps);
            for (UnaryOperator<TrainingChart> reference : references) {
                current = reference.apply(current);
            }
            chart = current;
        }
        return current;
    }

    private BufferedImage image(TrainingChart current, double seconds) {
        if (picture != null) {
            current.samples(drawPicture(picture));
        }
        return current.image(seconds);
    }

    private BufferedImage drawPicture(Supplier<BufferedImage> draw) {
        model.training(false);
        try (GradMode off = GradMode.off()) {
            return draw.get();
        } finally {
            model.training(true);
        }
    }

    /** The name of a series for people: {@code generator.loss} is the generator's loss, {@code discriminator.D(x)} is D(x). */
    private static String spoken(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return name;
        }
        String what = name.substring(dot + 1);
        return what.equals("loss") ? name.substring(0, dot) + "'s loss" : what;
    }

    private static String words(Map<String, Double> losses) {
        return losses.entrySet().stream()
                .map(loss -> String.format(Locale.ROOT, "%s %.4g", spoken(loss.getKey()), loss.getValue()))
                .collect(Collectors.joining(", "));
    }
}
