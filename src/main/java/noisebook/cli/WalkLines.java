package noisebook.cli;

import ai.djl.ndarray.NDArray;
import java.io.PrintStream;
import java.util.Locale;
import noisebook.denoising.SamplingListener;

/** Says every three seconds where a walk stands; a short one passes in silence. */
final class WalkLines implements SamplingListener {
    private static final double SECONDS = 3;

    private final PrintStream terminal;
    private final long begun = System.nanoTime();
    private double last;

    WalkLines(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void onStep(int step, int steps, double t, NDArray xt, NDArray x0) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (step > 0 && seconds - last >= SECONDS) {
            last = seconds;
            terminal.printf(
                    Locale.ROOT,
                    "step %d of %d, %s left%n",
                    step,
                    steps,
                    Durations.text(seconds * (steps - step) / step));
        }
    }
}
