package noisebook.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import noisebook.lesson.Check;
import noisebook.lesson.Figure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs all notebooks, saves every figure and a gallery, and reports every check. */
@Command(
        name = "figures",
        description = "Makes every figure of every lesson, a gallery of them (index.html), and checks their numbers.",
        mixinStandardHelpOptions = true)
final class FiguresCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", description = "Where to (default: target/figures of the project).")
    private @Nullable Path folder;

    @ParentCommand
    private @Nullable Main main;

    @Mixin
    private LessonSwitches switches = new LessonSwitches();

    @Override
    public Integer call() throws IOException {
        switches.apply();
        long start = System.nanoTime();
        NotebookSeries notebooks = NotebookSeries.read(Home.lessonNotebooks());
        Path out = Home.writable(folder == null ? Home.root().resolve("target/figures") : folder, "--out");
        List<LessonRun> runs = new ArrayList<>();
        notebooks.run(switches.timeout(), runs::add);
        Cost cost = Gallery.write(runs, start, out);
        return report(runs, cost, out, Objects.requireNonNull(main).debug());
    }

    private static int report(List<LessonRun> runs, Cost cost, Path out, boolean debug) {
        PrintStream terminal = System.out;
        for (LessonRun run : runs) {
            run.figures().forEach(figure -> print(figure, terminal));
            run.failure(debug).ifPresent(terminal::println);
        }
        List<Check> checks = runs.stream().flatMap(run -> run.checks().stream()).toList();
        long failed = checks.stream().filter(check -> !check.passed()).count();
        long broken = runs.stream().filter(run -> run.error().isPresent()).count();
        long figures = runs.stream().mapToLong(run -> run.figures().size()).sum();
        terminal.println(figures + " figures, " + checks.size() + " checks: "
                + (failed == 0 ? "all passed" : failed + " FAILED")
                + (broken == 0 ? "" : "; notebooks that ended with an error: " + broken)
                + "; " + cost + " → " + out.resolve(Gallery.INDEX));
        return failed + broken == 0 ? 0 : 1;
    }

    private static void print(Figure figure, PrintStream terminal) {
        terminal.println(figure.number() + "  " + figure.title());
        figure.checks().forEach(check -> terminal.println("    " + check.line()));
    }
}
