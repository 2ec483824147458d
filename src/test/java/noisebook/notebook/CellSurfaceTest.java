package noisebook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import noisebook.magic.Magics;
import noisebook.repl.Evaluation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CellSurfaceTest {
    private final List<String> shown = new ArrayList<>();
    private final Sink before = Notebook.redirect(new Sink() {
        @Override
        public void display(String id, MimeBundle content) {
            shown.add("new " + content.data());
        }

        @Override
        public void update(String id, MimeBundle content) {
            shown.add("update " + content.data());
        }
    });

    @AfterEach
    void giveBack() {
        Notebook.redirect(before);
    }

    private static Object value(Magics magics, String cell) {
        Evaluation result = magics.run("cell 1", cell);
        assertThat(result.error()).as("error of %s", cell).isNull();
        return result.value();
    }

    @Test
    void cellsDisplayUpdateAndRenderWithoutAnImport() {
        Magics magics = CellSurface.open(Map.of());
        try (var session = magics.session()) {
            value(magics, "String id = display(1); updateDisplay(id, List.of(2));");
            value(magics, "display(\"<b>x</b>\", \"text/html\"); updateDisplay(id, \"y\", \"text/markdown\");");
            assertThat(shown)
                    .containsExactly(
                            "new {text/plain=1}",
                            "update {text/plain=[2]}",
                            "new {text/html=<b>x</b>}",
                            "update {text/markdown=y}");
            assertThat(value(magics, "render(7)")).isEqualTo(MimeBundle.text("7"));
            value(magics, "%reset");
            value(magics, "display(1)");
            assertThat(session.run("cell 2", "String display(int n) { return \"mine\"; }\ndisplay(1)")
                            .value())
                    .isEqualTo("mine");
        }
    }

    @Test
    void cellsSeeTheLibrariesThatLessonsImport() {
        Magics magics = CellSurface.open(Map.of());
        try (var session = magics.session()) {
            assertThat(value(magics, "new org.ejml.simple.SimpleMatrix(2, 3).getNumCols()"))
                    .isEqualTo(3);
            assertThat(
                            value(
                                    magics,
                                    "org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1).cumulativeProbability(0)"))
                    .isEqualTo(.5);
        }
    }

    @Test
    void displayAsTheLastLineIsNoResult() {
        Magics magics = CellSurface.open(Map.of());
        try (var session = magics.session()) {
            assertThat(Rendering.of(value(magics, "display(1);")).isEmpty()).isTrue();
            assertThat(Rendering.of(value(magics, "display(1)")).isEmpty()).isTrue();
            assertThat(Rendering.of(session.run("cell 2", "\"text\"").value()).plain())
                    .isEqualTo("text");
        }
    }

    @Test
    void classesThatAreThereAlreadyAreNotLoadedAgain() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            CellSurface.open(Map.of("IJAVA_CLASSPATH", System.getProperty("java.class.path")))
                    .session()
                    .close();
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void compilerAndHintsLeaveOutTheToolsBehindNoisebook() {
        Magics magics = CellSurface.open(Map.of());
        try (var session = magics.session()) {
            assertThat(session.run("cell 1", "new org.zeromq.ZContext()").error())
                    .isNotNull();
            assertThat(value(magics, "tech.tablesaw.api.DoubleColumn.create(\"x\", 1, 2).mean()"))
                    .isEqualTo(1.5);
        }
    }

    @Test
    void compilerSeesWhatTheLessonsImport() throws IOException {
        try (var session = CellSurface.open(Map.of()).session();
                Stream<Path> notebooks = Files.list(Path.of("notebooks"))) {
            for (Path notebook :
                    notebooks.filter(file -> file.toString().endsWith(".ipynb")).toList()) {
                Pattern.compile("\"(import [\\w.* ]+;)")
                        .matcher(Files.readString(notebook))
                        .results()
                        .map(found -> session.run(notebook + ": " + found.group(1), found.group(1))
                                .error())
                        .forEach(error -> assertThat(error).isNull());
            }
        }
    }

    @Test
    void environmentAddsClassesAndAStartupScript(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("note.txt"), "found");
        Magics magics = CellSurface.open(Map.of(
                "IJAVA_CLASSPATH",
                folder.toString(),
                "NOISEBOOK_STARTUP_SCRIPT",
                "int ready = 5;",
                "IJAVA_STARTUP_SCRIPT",
                "int no;"));
        try (var session = magics.session()) {
            assertThat(value(magics, "ready")).isEqualTo(5);
            assertThat(value(
                            magics, "Thread.currentThread().getContextClassLoader().getResource(\"note.txt\") != null"))
                    .isEqualTo(true);
            assertThat(session.run("cell 2", "no").error()).isNotNull();
        }
    }
}
