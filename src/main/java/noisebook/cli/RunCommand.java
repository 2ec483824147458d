package noisebook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Executes notebooks and saves their outputs. */
@Command(
        name = "run",
        description = "Runs notebooks and saves them with their outputs; a notebook that fails is left as it was.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "NOTEBOOK", description = "Notebooks (.ipynb).")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Save here instead of in place.")
    private @Nullable Path folder;

    @ParentCommand
    private @Nullable Main main;

    @Mixin
    private LessonSwitches switches = new LessonSwitches();

    @Override
    public Integer call() throws IOException {
        switches.apply();
        NotebookSeries notebooks = NotebookSeries.read(paths);
        Path out = folder == null ? null : Home.writable(folder, "--out");
        List<String> failures = new ArrayList<>();
        notebooks.run(switches.timeout(), run -> {
            run.failure(Objects.requireNonNull(main).debug()).ifPresent(failures::add);
            if (run.error().isEmpty()) {
                Path path = run.notebook();
                run.file().write(out == null ? path : out.resolve(path.getFileName()));
            }
        });
        failures.forEach(System.err::println);
        return failures.isEmpty() ? 0 : 1;
    }
}
