package noisebook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import noisebook.bench.KernelBench;
import noisebook.bench.MemoryBench;
import noisebook.bench.ProcessMemory;
import noisebook.bench.StartBench;
import noisebook.bench.TrainBench;
import noisebook.jupyter.Folders;
import noisebook.jupyter.Installation;
import noisebook.jupyter.Jdk;
import noisebook.jupyter.KernelSpec;
import noisebook.math.Doubles;
import noisebook.math.Require;
import noisebook.tensor.Autocast;
import noisebook.tensor.Compute;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures speed, and what it buys. */
@Command(
        name = "bench",
        description = "Measures speed, and how good samples become with the time of training.",
        subcommands = {QualityCommand.class, StyleCommand.class},
        mixinStandardHelpOptions = true)
final class BenchCommand {
    private static final double FLAT = 1.05; // growth that passes for none

    @Command(
            name = "kernel",
            description = "Measures this kernel, beside other installed ones, such as python3.",
            mixinStandardHelpOptions = true)
    int kernel(
            @Parameters(paramLabel = "NAME", description = "Other kernels, by the names Jupyter knows.") @Nullable
                    List<String> others,
            @Option(
                            names = "--starts",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "Starts of each kernel (default: ${DEFAULT-VALUE}).")
                    int starts,
            @Option(
                            names = "--jdk",
                            paramLabel = "DIR",
                            description = "The JDK for this kernel (default: the one that runs this).")
                    @Nullable
                    Path jdk)
            throws IOException, TimeoutException {
        Path folder = Files.createTempDirectory("noisebook-bench");
        try {
            List<KernelSpec> specs = new ArrayList<>();
            specs.add(new Installation(jdk == null ? Jdk.current() : Jdk.in(jdk), List.of(), Home.root())
                    .install(folder, "noisebook"));
            for (String name : others == null ? List.<String>of() : others) {
                specs.add(named(name));
            }
            print(specs, starts);
            Installation.uninstall(specs.get(0));
            return 0;
        } finally {
            Folders.delete(folder);
        }
    }

    @Command(
            name = "train",
            description = "Measures a training step of each family and a sampler, beside the same networks in Python.",
            mixinStandardHelpOptions = true)
    int train(
            @Option(
                            names = "--against",
                            paramLabel = "PYTHON",
                            description = "A Python that has PyTorch to compare with; 'python' takes the first found.")
                    @Nullable
                    String python,
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "Turns that each side takes (default: ${DEFAULT-VALUE}).")
                    int rounds)
            throws IOException {
        Require.positive("--rounds", rounds);
        long start = System.nanoTime();
        System.out.println(Compute.describe());
        double roof = TrainBench.roof();
        System.out.printf(Locale.ROOT, "matrix product of 1024 × 1024: %.0f GFLOP/s%n", roof);
        List<TrainBench.Result> results = TrainBench.run(python, rounds, System.err::println);
        ProcessMemory.ofThis()
                .ifPresent(memory ->
                        System.err.printf(Locale.ROOT, "Noisebook held at most %.0f MB%n", memory.peakBytes() / 1e6));
        System.out.println("Noisebook's convolutions and large matrices "
                + (Autocast.supported() ? "multiply bfloat16 and add float32" : "are float32")
                + "; Python is float32 throughout");
        System.out.printf(
                "%-12s %26s %26s %6s %8s %7s%n",
                "median, ms", "Noisebook (10 % – 90 %)", "Python (10 % – 90 %)", "ratio", "GFLOP/s", "of roof");
        for (TrainBench.Result result : results) {
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %26s %26s %6.2f %8.0f %5.0f %%%n",
                    result.name(),
                    spread(result.ours()),
                    spread(result.python()),
                    result.ratio(),
                    result.speed(),
                    100 * result.speed() / roof);
        }
        System.out.println("took " + Cost.since(start));
        return 0;
    }

    @Command(
            name = "memory",
            description = "Trains a model of each family for long and compares the memory early and late.",
            mixinStandardHelpOptions = true)
    int memory(
            @Option(
                            names = "--steps",
                            paramLabel = "N",
                            defaultValue = "10000",
                            description = "Steps of each (default: ${DEFAULT-VALUE}).")
                    int steps)
            throws IOException {
        LongSupplier resident = () -> ProcessMemory.ofThis()
                .map(ProcessMemory::residentBytes)
                .orElseThrow(() -> new UnsupportedOperationException("this system does not tell resident memory"));
        System.out.println(Compute.describe());
        List<MemoryBench.Growth> growths = new ArrayList<>();
        MemoryBench.run(steps, resident, System.err::println, growth -> {
            growths.add(growth);
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %6.0f MB after %d steps, %6.0f MB after %d: × %.3f%n",
                    growth.name(),
                    growth.early() / 1e6,
                    MemoryBench.SETTLED,
                    growth.late() / 1e6,
                    steps,
                    growth.ratio());
        });
        return growths.stream().allMatch(growth -> growth.ratio() <= FLAT) ? 0 : 1;
    }

    @Command(
            name = "start",
            description = "Measures how long ./noisebook --help and the first tensor take.",
            mixinStandardHelpOptions = true)
    int start(
            @Option(
                            names = "--times",
                            paramLabel = "N",
                            defaultValue = "10",
                            description = "Starts of each (default: ${DEFAULT-VALUE}).")
                    int times)
            throws IOException {
        Require.positive("--times", times);
        String launcher = Home.root().resolve("noisebook").toString();
        System.out.printf("%-24s %26s%n", "median, ms", "(10 % – 90 %)");
        print("./noisebook --help", StartBench.time(List.of(launcher, "--help"), times));
        print("first tensor", StartBench.time(StartBench.firstTensor(), times));
        return 0;
    }

    private static void print(String name, double[] milliseconds) {
        System.out.printf("%-24s %26s%n", name, spread(milliseconds));
    }

    private static String spread(double[] ascending) {
        int n = ascending.length;
        return n == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.1f (%.1f – %.1f)",
                        Doubles.median(ascending),
                        ascending[n / 10],
                        ascending[n - 1 - n / 10]);
    }

    private static KernelSpec named(String name) throws IOException {
        return KernelSpec.installed().stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("no kernel named " + name + " is installed; there are "
                        + KernelSpec.installed().stream().map(KernelSpec::name).toList()));
    }

    private static void print(List<KernelSpec> specs, int starts) throws IOException, TimeoutException {
        List<Map<String, Double>> columns = new ArrayList<>();
        for (KernelSpec spec : specs) {
            columns.add(KernelBench.measure(spec, starts));
        }
        System.out.printf("%-26s", "median, ms");
        specs.forEach(spec -> System.out.printf("%14s", spec.name()));
        System.out.println();
        for (String quantity : columns.get(0).keySet()) {
            System.out.printf("%-26s", quantity);
            columns.forEach(column -> System.out.printf(Locale.ROOT, "%14.1f", column.get(quantity)));
            System.out.println();
        }
    }
}
