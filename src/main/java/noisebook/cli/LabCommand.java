package noisebook.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import noisebook.jupyter.Installation;
import noisebook.jupyter.Jdk;
import noisebook.jupyter.JupyterFolders;
import noisebook.jupyter.KernelSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the notebooks in Jupyter, when it is installed. */
@Command(
        name = "lab",
        description = "Opens the notebooks in JupyterLab or the classic Notebook, or says how to get one.",
        mixinStandardHelpOptions = true)
final class LabCommand implements Callable<Integer> {
    /** The kernel of the notebooks. */
    private static final String KERNEL = "java";

    /** Where the Java kernels IJava and JJava look for libraries. */
    private static final List<String> CLASS_PATH_OF_KERNELS = List.of("IJAVA_CLASSPATH", "JJAVA_CLASSPATH");

    private static final String HOW_TO_GET_IT = """
            Any one of these brings JupyterLab or the classic Notebook:

              Debian, Ubuntu   sudo apt install jupyter-notebook
              pip              python3 -m pip install --user jupyterlab
              conda            conda install -c conda-forge jupyterlab

            Then run ./noisebook lab again.

            Without Jupyter:

              ./noisebook figures              makes every figure and a gallery, target/figures/index.html
              ./noisebook run notebooks/*      runs the notebooks and saves their outputs
            """;

    @Parameters(paramLabel = "OPTION", description = "Options for Jupyter, after --, such as: lab -- --no-browser")
    private List<String> options = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<JupyterProgram> found = JupyterProgram.on(System.getenv().getOrDefault("PATH", ""));
        Optional<JupyterProgram> program =
                found.stream().filter(JupyterProgram::isRecent).findFirst();
        if (program.isEmpty()) {
            System.err.println(
                    found.isEmpty()
                            ? "Jupyter is not installed: there is no jupyter-lab or jupyter-notebook on the PATH."
                            : found.get(0) + " cannot open the lessons: JupyterLab 3 or Notebook 6 is needed.");
            System.err.print(HOW_TO_GET_IT);
            return 1;
        }
        installKernel();
        ProcessBuilder jupyter = new ProcessBuilder()
                .command(Stream.concat(Stream.of(program.get().path().toString()), options.stream())
                        .toList())
                .directory(Home.notebooks().toFile())
                .inheritIO();
        for (String variable : CLASS_PATH_OF_KERNELS) {
            jupyter.environment()
                    .merge(
                            variable,
                            System.getProperty("java.class.path"),
                            (theirs, ours) -> theirs + File.pathSeparator + ours);
        }
        return follow(jupyter.start());
    }

    /** Waits for Jupyter; when this program is ended first, Jupyter ends its kernels and follows. */
    private static int follow(Process jupyter) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            jupyter.destroy();
            jupyter.onExit().join();
        }));
        return jupyter.waitFor();
    }

    /** Installs the kernel, unless it is there as it should be, with the options it has. Jupyter opens without it, too. */
    private static void installKernel() {
        try {
            Optional<KernelSpec> installed = KernelSpec.installed().stream()
                    .filter(spec -> spec.name().equals(KERNEL))
                    .findFirst();
            List<String> jvmOptions = installed.map(KernelSpec::jvmOptions).orElse(List.of());
            Installation kernel = new Installation(Jdk.current(), jvmOptions, Home.root());
            if (installed.isEmpty() || !kernel.isCurrent(dataFolder(installed.get()), KERNEL)) {
                System.err.println("noisebook: installing the kernel");
                kernel.install(JupyterFolders.user(), KERNEL);
            }
        } catch (IOException e) {
            System.err.println("noisebook: the kernel is not installed: " + e.getMessage());
        }
    }

    private static Path dataFolder(KernelSpec spec) {
        return spec.folder().resolveSibling("..").normalize();
    }
}
