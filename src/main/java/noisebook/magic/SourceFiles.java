package noisebook.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import noisebook.ipynb.NotebookCell;
import noisebook.ipynb.NotebookFile;
import noisebook.repl.Evaluation;

/** Runs files of source as if they stood in the cell. */
final class SourceFiles {
    private final Magics magics;

    SourceFiles(Magics magics) {
        this.magics = magics;
    }

    Evaluation load(Call call) throws IOException {
        String name = call.words(1).get(0);
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new UsageException("cannot read " + file.toAbsolutePath());
        }
        if (!name.endsWith(".ipynb")) {
            return magics.run(name, Files.readString(file), call.timeLeft());
        }
        List<NotebookCell> cells = NotebookFile.read(file).codeCells();
        Evaluation result = Magic.NOTHING;
        for (int i = 0; i < cells.size() && result.error() == null; i++) {
            result = magics.run(name + ", cell " + (i + 1), cells.get(i).source(), call.timeLeft());
        }
        return result;
    }
}
