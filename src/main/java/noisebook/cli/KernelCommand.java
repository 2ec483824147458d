package noisebook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import noisebook.jupyter.Installation;
import noisebook.jupyter.Jdk;
import noisebook.jupyter.JupyterFolders;
import noisebook.jupyter.KernelSpec;
import noisebook.kernel.KernelMain;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The Java kernel for Jupyter: installs it, removes it, says where it is, runs it. */
@Command(
        name = "kernel",
        description = "The Java kernel for Jupyter: installs, removes, lists or runs it.",
        mixinStandardHelpOptions = true)
final class KernelCommand {
    /** Which of Jupyter's data folders. */
    static final class Place {
        @Option(names = "--user", description = "For this user (default).")
        private boolean user;

        @Option(names = "--sys-prefix", description = "For the Python environment in use.")
        @SuppressWarnings("UnusedVariable") // the one that is left when neither of the others is given
        private boolean sysPrefix;

        @Option(names = "--prefix", paramLabel = "DIR", description = "Below DIR/share/jupyter, such as /usr/local.")
        private @Nullable Path prefix;

        private Path folder() throws IOException {
            if (prefix != null) {
                return JupyterFolders.under(prefix);
            }
            return user ? JupyterFolders.user() : JupyterFolders.ofPython();
        }
    }

    /** Which kernel. */
    static final class Target {
        @ArgGroup
        private @Nullable Place place;

        @Option(
                names = "--name",
                paramLabel = "NAME",
                defaultValue = "java",
                description = "What notebooks call it (default: ${DEFAULT-VALUE}).")
        private String name = "";

        private Path folder() throws IOException {
            return place == null ? JupyterFolders.user() : place.folder();
        }
    }

    @Command(
            name = "install",
            description = "Installs the kernel where Jupyter finds it, also before Jupyter itself is installed.",
            mixinStandardHelpOptions = true)
    int install(
            @Mixin Target target,
            @Option(
                            names = "--jvm-opt",
                            paramLabel = "OPT",
                            description = "An option for its JVM, such as --jvm-opt=-Xmx8g; may be repeated.")
                    @Nullable
                    List<String> jvmOptions,
            @Option(
                            names = "--jdk",
                            paramLabel = "DIR",
                            description = "The JDK that runs it (default: the one that runs this).")
                    @Nullable
                    Path jdk)
            throws IOException {
        Installation installation = new Installation(
                jdk == null ? Jdk.current() : Jdk.in(jdk), jvmOptions == null ? List.of() : jvmOptions, Home.root());
        KernelSpec spec = installation.install(target.folder(), target.name);
        System.out.println("installed " + spec.name() + " in " + spec.folder());
        return 0;
    }

    @Command(name = "uninstall", description = "Removes the kernel.", mixinStandardHelpOptions = true)
    int uninstall(@Mixin Target target) throws IOException {
        Path folder = target.folder().resolve("kernels").resolve(target.name);
        KernelSpec spec = KernelSpec.read(folder)
                .orElseThrow(() ->
                        new IOException("there is no kernel in " + folder + "; ./noisebook kernel list shows all"));
        Installation.uninstall(spec);
        System.out.println("removed " + spec.folder());
        return 0;
    }

    @Command(name = "list", description = "Lists the installed kernels of Noisebook.", mixinStandardHelpOptions = true)
    int list() {
        List<KernelSpec> ours =
                KernelSpec.installed().stream().filter(KernelSpec::isOurs).toList();
        ours.forEach(spec -> System.out.println(
                spec.name() + "  " + spec.folder() + "  " + spec.command().get(0)));
        if (ours.isEmpty()) {
            System.out.println("none; ./noisebook kernel install installs one");
        }
        return 0;
    }

    @Command(name = "run", description = "Runs a kernel, as Jupyter does.", mixinStandardHelpOptions = true)
    int run(@Parameters(paramLabel = "FILE", description = "The connection file.") Path file)
            throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no connection file " + file + "; Jupyter writes one for each kernel");
        }
        KernelMain.run(file);
        return 0;
    }
}
