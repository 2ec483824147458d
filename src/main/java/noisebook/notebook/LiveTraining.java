package noisebook.notebook;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import noisebook.nn.Module;
import noisebook.plot.Chart;
import noisebook.tensor.GradMode;
import noisebook.train.Loss;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLog;
import org.jspecify.annotations.Nullable;

/**
 * Shows a training run below the cell while it lasts: its losses, what they are measured against, a picture of what the
 * model does by now, and how long it will take. It obeys the limits of {@link Live}.
 */
public final class LiveTraining implements TrainingListener {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 300;

    private final String title;
    private final Module model;
    private final Live live = Notebook.live();
    private final Live line = Notebook.live();
    private final List<UnaryOperator<Chart>> layers = new ArrayList<>();
    private String unit = "loss";
    private @Nullable Supplier<BufferedImage> picture;
    private @Nullable Progress progress;

    private LiveTraining(String title, Module model) {
        this.title = title;
        this.model = model;
    }

    /**
     * Watches a run.
     *
     * @param title of the chart
     * @param model the model in training; in pictures it acts as after training
     */
    public static LiveTraining of(String title, Module model) {
        return new LiveTraining(title, model);
    }

    /** Says what the losses are, such as {@code nats per image}. */
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
        layers.add(chart -> chart.band(label, low, high));
        return this;
    }

    /** Draws a picture beside the losses, such as samples or a decision field; no gradients are kept meanwhile. */
    public LiveTraining beside(Supplier<BufferedImage> draw) {
        picture = draw;
        return this;
    }

    @Override
    public void onProgress(noisebook.train.Progress now, TrainingLog log) {
        if (progress == null) {
            progress = Notebook.progress(title, now.steps());
        }
        progress.update(now.step(), words(now.losses()));
        if (log.steps().length > 1) {
            live.show(() -> image(log));
        }
    }

    /** Draws the last state, and says how the run ended. */
    void finish(TrainingLog log) {
        if (progress != null) {
            progress.close();
            live.finish(image(log));
        }
        if (log.outcome() == TrainingLog.Outcome.INTERRUPTED) {
            line.finish(MimeBundle.text(title + ": stopped; the model and its log keep what they had learned by then"));
        }
    }

    private static String words(Map<String, Double> losses) {
        return losses.entrySet().stream()
                .map(loss -> String.format(Locale.ROOT, "%s %.4g", loss.getKey(), loss.getValue()))
                .collect(Collectors.joining(", "));
    }

    private BufferedImage image(TrainingLog log) {
        Chart chart = Chart.of(title, "step", unit).size(WIDTH, HEIGHT);
        double[] steps = log.steps();
        for (String name : log.names()) {
            chart = chart.line(name.isEmpty() ? Loss.TOTAL : name, steps, log.series(name));
        }
        for (UnaryOperator<Chart> layer : layers) {
            chart = layer.apply(chart);
        }
        BufferedImage losses = chart.image();
        return picture == null ? losses : sideBySide(losses, drawPicture(picture));
    }

    private BufferedImage drawPicture(Supplier<BufferedImage> draw) {
        model.training(false);
        try (GradMode off = GradMode.off()) {
            return draw.get();
        } finally {
            model.training(true);
        }
    }

    /** Both on white, the right one as high as the left one. */
    private static BufferedImage sideBySide(BufferedImage left, BufferedImage right) {
        int width = right.getWidth() * left.getHeight() / right.getHeight();
        BufferedImage both = new BufferedImage(left.getWidth() + width, left.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = both.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, both.getWidth(), both.getHeight());
        g.drawImage(left, 0, 0, null);
        g.drawImage(right, left.getWidth(), 0, width, left.getHeight(), null);
        g.dispose();
        return both;
    }
}
