package noisebook.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingProgress;

/** Says every ten seconds where one training stands. */
final class ProgressLines implements TrainingListener {
    private static final int SECONDS = 10;

    private final PrintStream terminal;
    private double last;

    ProgressLines(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void onProgress(TrainingProgress now, TrainingLog log) {
        double seconds = now.elapsed().toMillis() / 1e3;
        if (seconds - last < SECONDS && now.step() < now.steps()) {
            return;
        }
        last = seconds;
        List<String> losses = now.losses().entrySet().stream()
                .map(loss -> String.format(Locale.ROOT, "%s %.5g", loss.getKey(), loss.getValue()))
                .toList();
        terminal.printf(
                Locale.ROOT,
                "step %d of %d, %s, %.1f steps/s, %s left%n",
                now.step(),
                now.steps(),
                String.join(", ", losses),
                now.stepsPerSecond(),
                Durations.text(now.eta().toMillis() / 1e3));
    }
}
