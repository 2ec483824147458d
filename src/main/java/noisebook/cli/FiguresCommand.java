package noisebook.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import noisebook.notebook.Check;
import noisebook.notebook.Figure;
import noisebook.notebook.Lesson;
import noisebook.notebook.NotebookFile;
import noisebook.notebook.NotebookRunner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs all notebooks, saves every figure and a gallery, and reports every check. */
@Command(
        name = "figures",
        description = "Makes every figure of every lesson, a gallery of them (index.html), and checks their numbers.",
        mixinStandardHelpOptions = true)
final class FiguresCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", description = "Where to (default: target/figures of the project).")
    private @Nullable Path folder;

    @Mixin
    private LessonSwitches switches = new LessonSwitches();

    @Override
    public Integer call() throws IOException {
        switches.apply();
        long start = System.nanoTime();
        List<Path> paths = Home.lessonNotebooks();
        List<NotebookFile> notebooks = new ArrayList<>();
        for (Path path : paths) {
            notebooks.add(NotebookFile.read(path));
        }
        Path out = Home.writable(folder == null ? Home.root().resolve("target/figures") : folder);
        List<LessonRun> runs = runAll(paths, notebooks);
        double seconds = (System.nanoTime() - start) / 1e9;
        Gallery.write(runs, seconds, out);
        return report(runs, seconds, out, System.out);
    }

    private List<LessonRun> runAll(List<Path> paths, List<NotebookFile> notebooks) {
        List<LessonRun> runs = new ArrayList<>();
        try (RunBar bar = new RunBar(RunCommand.codeCells(notebooks))) {
            NotebookRunner runner = NotebookRunner.of(switches.timeout(), bar);
            for (int i = 0; i < paths.size(); i++) {
                bar.startNotebook(paths.get(i).getFileName().toString());
                Lesson.forget();
                var error = runner.run(notebooks.get(i));
                runs.add(new LessonRun(paths.get(i), Lesson.latest(), error));
            }
        }
        return runs;
    }

    private static int report(List<LessonRun> runs, double seconds, Path out, PrintStream terminal) {
        for (LessonRun run : runs) {
            run.figures().forEach(figure -> print(figure, terminal));
            run.error().ifPresent(error -> terminal.println(RunCommand.describe(run.notebook(), error)));
        }
        List<Check> checks = runs.stream().flatMap(run -> run.checks().stream()).toList();
        long failed = checks.stream().filter(check -> !check.passed()).count();
        long broken = runs.stream().filter(run -> run.error().isPresent()).count();
        long figures = runs.stream().mapToLong(run -> run.figures().size()).sum();
        terminal.println(figures + " figures, " + checks.size() + " checks: "
                + (failed == 0 ? "all passed" : failed + " FAILED")
                + (broken == 0 ? "" : "; notebooks that ended with an error: " + broken)
                + "; " + Durations.text(seconds) + " → " + out.resolve(Gallery.INDEX));
        return failed + broken == 0 ? 0 : 1;
    }

    private static void print(Figure figure, PrintStream terminal) {
        terminal.println(figure.number() + "  " + figure.title());
        figure.checks().forEach(check -> terminal.println("    " + check.line()));
    }
}
