package noisebook.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import noisebook.kernel.Installation;
import noisebook.kernel.Jdk;
import noisebook.kernel.JupyterFolders;
import picocli.CommandLine.Command;

/** Opens the notebooks in Jupyter, when it is installed. */
@Command(
        name = "lab",
        description = "Opens the notebooks in JupyterLab or the classic Notebook, or says how to get one.",
        mixinStandardHelpOptions = true)
final class LabCommand implements Callable<Integer> {
    private static final List<String> PROGRAMS = List.of("jupyter-lab", "jupyter-notebook");

    /** The kernel of the notebooks. */
    private static final String KERNEL = "java";

    /** Where the Java kernels IJava and JJava look for libraries. */
    private static final List<String> CLASS_PATH_OF_KERNELS = List.of("IJAVA_CLASSPATH", "JJAVA_CLASSPATH");

    private static final String HOW_TO_GET_IT = """
            JupyterLab is not installed (no jupyter-lab or jupyter-notebook on the PATH). Any one of these brings it:

              Debian, Ubuntu   sudo apt install jupyter-notebook
              pip              python3 -m pip install --user jupyterlab
              conda            conda install -c conda-forge jupyterlab

            Then run ./noisebook lab again.

            Without Jupyter:

              ./noisebook figures              makes every figure and a gallery, target/figures/index.html
              ./noisebook run notebooks/*      runs the notebooks and saves their outputs
            """;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Path> program =
                PROGRAMS.stream().flatMap(name -> find(name).stream()).findFirst();
        if (program.isEmpty()) {
            System.err.print(HOW_TO_GET_IT);
            return 1;
        }
        installKernel();
        ProcessBuilder jupyter = new ProcessBuilder(program.get().toString())
                .directory(Home.notebooks().toFile())
                .inheritIO();
        for (String variable : CLASS_PATH_OF_KERNELS) {
            jupyter.environment()
                    .merge(
                            variable,
                            System.getProperty("java.class.path"),
                            (theirs, ours) -> theirs + File.pathSeparator + ours);
        }
        return jupyter.start().waitFor();
    }

    /** Installs the kernel, unless it is there as it should be. Jupyter opens without it, too. */
    private static void installKernel() {
        try {
            Installation kernel = new Installation(Jdk.current(), List.of(), Home.root());
            if (!kernel.isCurrent(JupyterFolders.user(), KERNEL)) {
                System.err.println("noisebook: installing the kernel");
                kernel.install(JupyterFolders.user(), KERNEL);
            }
        } catch (IOException e) {
            System.err.println("noisebook: the kernel is not installed: " + e.getMessage());
        }
    }

    private static Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
