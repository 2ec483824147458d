package noisebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which Jupyter {@code lab} takes, and how it starts it: with stand-ins that say a version or write down how they were called. */
@DisabledOnOs(OS.WINDOWS)
final class JupyterProgramTest {
    @TempDir
    private Path folder;

    private Path program(String path, String script) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private List<JupyterProgram> found(String... folders) {
        List<String> path = new ArrayList<>();
        for (String name : folders) {
            path.add(folder.resolve(name).toString());
        }
        return JupyterProgram.on(String.join(File.pathSeparator, path));
    }

    @Test
    void jupyterLabComesBeforeTheNotebookWhereverTheyLieOnThePath() throws IOException {
        Path notebook = program("a/jupyter-notebook", "echo 6.4.12");
        Path lab = program("b/jupyter-lab", "echo 4.6.4; echo noise >&2");
        program("c/jupyter-lab", "echo 3.0.0");
        assertThat(found("a", "b", "c"))
                .containsExactly(new JupyterProgram(lab, "4.6.4"), new JupyterProgram(notebook, "6.4.12"))
                .allMatch(JupyterProgram::isRecent);
    }

    @Test
    void oldOnesAndThoseThatDoNotStartAreNotTaken() throws IOException {
        program("a/jupyter-lab", "echo 2.3.2");
        program("a/jupyter-notebook", "echo 5.7.8");
        program("b/jupyter-lab", "echo Traceback >&2; exit 1");
        assertThat(found("a")).hasSize(2).noneMatch(JupyterProgram::isRecent);
        assertThat(found("b")).singleElement().satisfies(broken -> {
            assertThat(broken.isRecent()).isFalse();
            assertThat(broken).asString().endsWith("jupyter-lab (does not start)");
        });
        assertThat(found("none")).isEmpty();
    }

    private String lab(int exitCode, String... options) throws Exception {
        Files.createDirectories(folder.resolve("notebooks"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dnoisebook.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "lab"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin").toString());
        builder.environment().put("JUPYTER_DATA_DIR", folder.resolve("jupyter").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(exitCode);
        return output;
    }

    @Test
    void labInstallsTheKernelAndStartsJupyterInTheFolderOfTheNotebooks() throws Exception {
        program("bin/jupyter-notebook", "[ \"$1\" = --version ] && echo 6.4.12 && exit; echo \"$PWD <$*>\"; exit 3");
        assertThat(lab(3, "--", "--no-browser", "--port=9000"))
                .contains("installing the kernel", folder.toRealPath() + "/notebooks <--no-browser --port=9000>");
        assertThat(folder.resolve("jupyter/kernels/java/kernel.json")).exists();
        assertThat(lab(3)).as("the second time").doesNotContain("installing").contains("notebooks <>");
    }

    @Test
    void withoutJupyterLabSaysHowToGetIt() throws Exception {
        assertThat(lab(1)).contains("Jupyter is not installed", "sudo apt install jupyter-notebook", "conda install");
        program("bin/jupyter-lab", "echo 2.3.2");
        assertThat(lab(1)).contains("jupyter-lab 2.3.2 cannot open the lessons: JupyterLab 3 or Notebook 6 is needed");
    }
}
