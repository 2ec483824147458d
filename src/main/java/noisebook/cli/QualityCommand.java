package noisebook.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import noisebook.bench.QualityBench;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.evaluate.TimeToQuality;
import noisebook.io.WholeFile;
import noisebook.tensor.Autocast;
import noisebook.tensor.Compute;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains for some times and says how good the samples have become. */
@Command(
        name = "quality",
        description = "Trains digits from scratch within times, and judges what is drawn after each.",
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
    private final DataSwitch data = new DataSwitch();

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes the numbers to a file, too.")
    private @Nullable Path csv;

    @Override
    public Integer call() throws IOException {
        DataSet set = data.chosen();
        if (csv != null) {
            Home.writableFor(csv, "--csv");
        }
        QualityBench bench = new QualityBench(DataSets.load(set), SAMPLES);
        System.out.println(Compute.describe());
        System.out.printf(
                "%7s %8s %6s %9s %9s %7s %6s %6s %9s%n",
                "budget", "seconds", "steps", "velocity", "guidance", "FCD-28", "floor", "sure", "as asked");
        List<TimeToQuality.Point> points = new ArrayList<>();
        for (Duration budget : budgets) {
            for (TimeToQuality.Point point : bench.run(budget, new ProgressLines(System.err))) {
                points.add(point);
                print(point);
            }
            if (csv != null) {
                String numbers = String.join("\n", new TimeToQuality(about(set), points).lines()) + "\n";
                WholeFile.write(csv, numbers.getBytes(StandardCharsets.UTF_8));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "velocity: mean squared error on the test images; FCD-28 with features of the %s classifier, n = %,d, floor:"
                        + " as many real images; sure: share with a confidence of .9 or more%n",
                set,
                SAMPLES);
        return 0;
    }

    private String about(DataSet set) {
        String times = budgets.stream().map(time -> time.toSeconds() + "s").collect(Collectors.joining(","));
        return "./noisebook bench quality --data " + set.id() + " --budget " + times + " (" + Compute.describe()
                + (Autocast.supported() ? " with bfloat16" : "") + ", " + LocalDate.now(ZoneOffset.UTC) + ")";
    }

    private static void print(TimeToQuality.Point point) {
        System.out.printf(
                Locale.ROOT,
                "%5d s %8.1f %6d %9.4f %9.2f %7.2f %6.2f %6.3f %9.3f%n",
                point.budget(),
                point.seconds(),
                point.steps(),
                point.velocityMse(),
                point.guidance(),
                point.fcd(),
                point.floor(),
                point.sure(),
                point.asAsked());
    }
}
