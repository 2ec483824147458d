package noisebook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import noisebook.notebook.NotebookCell;
import noisebook.notebook.NotebookFile;
import noisebook.notebook.NotebookRunner;
import noisebook.repl.CellError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Mixin
    private LessonSwitches switches = new LessonSwitches();

    @Override
    public Integer call() throws IOException {
        switches.apply();
        List<NotebookFile> notebooks = new ArrayList<>();
        for (Path path : paths) {
            notebooks.add(NotebookFile.read(path));
        }
        Path out = folder == null ? null : Home.writable(folder);
        List<String> failures = new ArrayList<>();
        try (RunBar bar = new RunBar(codeCells(notebooks))) {
            NotebookRunner runner = NotebookRunner.of(switches.timeout(), bar);
            for (int i = 0; i < paths.size(); i++) {
                Path path = paths.get(i);
                bar.startNotebook(path.getFileName().toString());
                Optional<CellError> error = runner.run(notebooks.get(i));
                if (error.isPresent()) {
                    failures.add(describe(path, error.get()));
                } else {
                    notebooks.get(i).write(out == null ? path : out.resolve(path.getFileName()));
                }
            }
        }
        failures.forEach(System.err::println);
        return failures.isEmpty() ? 0 : 1;
    }

    static int codeCells(List<NotebookFile> notebooks) {
        return (int) notebooks.stream()
                .flatMap(notebook -> notebook.cells().stream())
                .filter(NotebookCell::isCode)
                .filter(cell -> !cell.source().isBlank())
                .count();
    }

    /** The notebook, the cell and the error, then the error in full. */
    static String describe(Path path, CellError error) {
        return "noisebook: " + path + ", " + error.summary() + "\n    " + String.join("\n    ", error.trace());
    }
}
