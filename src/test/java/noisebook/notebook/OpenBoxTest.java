package noisebook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noisebook.ipynb.NotebookCell;
import noisebook.ipynb.NotebookFile;
import noisebook.magic.Magics;
import noisebook.repl.Evaluation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cells that write a training step out by hand agree with the library, and would not if a sign, a factor or a reduction in them were another.
 */
final class OpenBoxTest {
    private static final int LINES = 15;

    /** What may go wrong in a line, and the line then; what only keeps from dividing by 0 is left alone. */
    private static final Map<String, String> SLIPS = new LinkedHashMap<>();

    static {
        SLIPS.put("\\.sub\\(", ".add(");
        SLIPS.put("\\.add\\((?!1e-8)", ".sub(");
        SLIPS.put("\\.mean\\(", ".sum(");
        SLIPS.put("\\.sum\\(", ".mean(");
        SLIPS.put("\\.square\\(\\)", ".abs()");
        SLIPS.put("\\.mul\\(", ".div(");
        SLIPS.put("\\.neg\\(\\)", "");
        SLIPS.put("(?<![\\d.])2\\. ", "1. ");
        SLIPS.put("(?<![\\d.])\\.5(?!\\d)", ".25");
        SLIPS.put("Math\\.sqrt\\(", "Math.abs(");
    }

    private String before = "";

    @BeforeEach
    void onDrawnDigits() {
        before = System.getProperty("noisebook.dataset", "");
        System.setProperty("noisebook.dataset", "drawn");
    }

    @AfterEach
    void restore() {
        if (before.isEmpty()) {
            System.clearProperty("noisebook.dataset");
        } else {
            System.setProperty("noisebook.dataset", before);
        }
    }

    static Stream<Path> lessons() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
        }
    }

    private static String cell(NotebookFile notebook, String id) {
        return notebook.codeCells().stream()
                .filter(cell -> cell.id().equals(id))
                .map(NotebookCell::source)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cell " + id));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everySlipIsNoticed(Path lesson) throws IOException {
        NotebookFile notebook = NotebookFile.read(lesson);
        String box = cell(notebook, "box");
        String agrees = notebook.codeCells().stream()
                .filter(cell -> cell.id().startsWith("box-agrees"))
                .map(NotebookCell::source)
                .collect(Collectors.joining("\n"));
        assertThat(box.lines().filter(line -> !line.isBlank()).count())
                .as("lines of\n%s", box)
                .isLessThanOrEqualTo(LINES);
        Magics session = CellSurface.open(Map.of());
        run(session, notebook.codeCells().get(0).source());
        run(session, cell(notebook, "data-shown"));
        run(session, cell(notebook, "box-setup"));
        run(session, box);
        run(session, agrees);
        List<String> unnoticed = new ArrayList<>();
        List<String> tried = slips(box);
        for (String slip : tried) {
            boolean fails = session.run("box", slip).error() != null
                    || session.run("agrees", agrees).error() != null;
            if (!fails) {
                unnoticed.add(difference(box, slip));
            }
        }
        assertThat(unnoticed).as("slips that nobody notices").isEmpty();
        assertThat(tried).hasSizeGreaterThanOrEqualTo(5);
    }

    static Evaluation run(Magics session, String source) {
        Evaluation result = session.run("cell", source);
        assertThat(result.error()).as("%s", source).isNull();
        return result;
    }

    private static List<String> slips(String box) {
        List<String> slips = new ArrayList<>();
        SLIPS.forEach((right, wrong) -> {
            Matcher found = Pattern.compile(right).matcher(box);
            while (found.find()) {
                slips.add(box.substring(0, found.start()) + wrong + box.substring(found.end()));
            }
        });
        return slips;
    }

    private static String difference(String box, String slip) {
        List<String> lines = box.lines().toList();
        List<String> others = slip.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(others.get(i))) {
                return others.get(i).strip();
            }
        }
        return "";
    }
}
