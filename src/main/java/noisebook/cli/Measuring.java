package noisebook.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.Split;
import noisebook.evaluate.Measurement;
import noisebook.io.WholeFile;
import noisebook.tensor.Autocast;
import noisebook.tensor.Compute;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is said and kept of a bench whose numbers a lesson shows: each row as it comes. */
final class Measuring {
    @Mixin
    private final DataSwitch data = new DataSwitch();

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes the numbers to a file, too.")
    private @Nullable Path csv;

    /** Makes rows. */
    @FunctionalInterface
    interface Bench {
        void run(Split data, Measurement.Rows rows) throws IOException;
    }

    /**
     * Runs a bench.
     *
     * @param command by which it is repeated, without the data
     */
    int run(String command, List<String> columns, Bench bench) throws IOException {
        DataSet set = data.chosen();
        if (csv != null) {
            Home.writableFor(csv, "--csv");
        }
        String about = "./noisebook bench " + command + " --data " + set.id() + " (" + Compute.describe()
                + (Autocast.supported() ? " with bfloat16" : "") + ", " + LocalDate.now(ZoneOffset.UTC) + ")";
        Measurement[] all = {new Measurement(about, columns, List.of())};
        all[0].lines().forEach(System.out::println);
        bench.run(DataSets.load(set), numbers -> {
            all[0] = all[0].plus(numbers);
            List<String> lines = all[0].lines();
            System.out.println(lines.get(lines.size() - 1));
            if (csv != null) {
                WholeFile.write(csv, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        return 0;
    }
}
