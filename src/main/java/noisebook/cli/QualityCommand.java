package noisebook.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import noisebook.bench.QualityBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains for some times and says how good the samples have become. */
@Command(
        name = "quality",
        description = "Trains digits from scratch within times, and judges what is drawn after each: FCD-28 of 5,000"
                + " samples, and of as many real images (floor).",
        mixinStandardHelpOptions = true)
final class QualityCommand implements Callable<Integer> {
    private static final int SAMPLES = 5_000;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            split = ",",
            converter = Durations.Converter.class,
            defaultValue = "60s,120s,300s,600s",
            description = "Times to train for, each from scratch (default: ${DEFAULT-VALUE}).")
    private List<Duration> budgets = new ArrayList<>();

    @Mixin
    private final Measuring measuring = new Measuring();

    @Override
    public Integer call() throws IOException {
        String times = budgets.stream().map(time -> time.toSeconds() + "s").collect(Collectors.joining(","));
        return measuring.run("quality --budget " + times, QualityBench.COLUMNS, (data, rows) -> {
            QualityBench bench = new QualityBench(data, SAMPLES);
            for (Duration budget : budgets) {
                for (double[] row : bench.run(budget, new ProgressLines(System.err))) {
                    rows.add(row);
                }
            }
        });
    }
}
