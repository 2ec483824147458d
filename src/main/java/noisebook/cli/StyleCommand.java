package noisebook.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import noisebook.bench.StyleBench;
import noisebook.train.TrainingListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains generators with styles and says how they and their opponents fare. */
@Command(
        name = "style",
        description = "Trains generators with styles on all digits, grown and not, and on few of them, with adaptive"
                + " augmentation and without, and judges what they draw along the way.",
        mixinStandardHelpOptions = true)
final class StyleCommand implements Callable<Integer> {
    private static final int SAMPLES = 1_000;
    private static final int ROWS = 10; // of each training

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "900",
            description = "Steps of each training, a multiple of 30 (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--digits",
            paramLabel = "N",
            split = ",",
            defaultValue = "500,2000,20000",
            description = "Digits to learn from (default: ${DEFAULT-VALUE}).")
    private List<Integer> digits = new ArrayList<>();

    @Mixin
    private final Measuring measuring = new Measuring();

    @Override
    public Integer call() throws IOException {
        if (steps < 3 * ROWS || steps % (3 * ROWS) != 0) {
            throw new IllegalArgumentException("--steps must be a positive multiple of " + 3 * ROWS + ", got " + steps);
        }
        String numbers = digits.stream().map(n -> n + "").collect(Collectors.joining(","));
        return measuring.run("style --steps " + steps + " --digits " + numbers, StyleBench.COLUMNS, (data, rows) -> {
            StyleBench bench = new StyleBench(data, steps, steps / ROWS, SAMPLES);
            TrainingListener progress = new ProgressLines(System.err);
            bench.few(data.train().size(), false, progress, rows);
            bench.grown(progress, rows);
            for (int n : digits) {
                bench.few(n, false, progress, rows);
                bench.few(n, true, progress, rows);
            }
        });
    }
}
