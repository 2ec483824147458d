package noisebook.jupyter;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import noisebook.io.Resource;
import noisebook.kernel.Json;
import noisebook.kernel.KernelMain;
import noisebook.kernel.Message;
import noisebook.kernel.Rehearsal;

/**
 * Installs this kernel where Jupyter finds it, whether Jupyter is there yet or not: a folder with the kernelspec, logos, and
 * an archive of loaded classes that halves the start-up.
 *
 * @param jdk what runs the kernel
 * @param jvmOptions more options for the JVM, such as {@code -Xmx8g}
 * @param home the project's folder, where lessons find their checkpoints
 */
public record Installation(Jdk jdk, List<String> jvmOptions, Path home) {
    /** Stands right before the options that were asked for. */
    static final String HOME_OPTION = "-Dnoisebook.home=";

    private static final String ARCHIVE = "classes.jsa";
    private static final List<String> LOGOS = List.of("logo-svg.svg", "logo-32x32.png", "logo-64x64.png");
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC", // the smallest and the quickest to start
            "-Xms64m", // room for the reserve; what is not used is not resident
            "-XX:MaxRAMPercentage=50", // a quarter of 2 GiB, Java's default, is too little for lessons 1 and 4
            "-XX:NewSize=20m", // a cell's compilation fits in, so that cleaning up is rare
            "-XX:CompileThresholdScaling=3", // most of what the Java compiler does in a session is not worth optimizing
            "-XX:MaxDirectMemorySize=800m",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED", // for %env
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    /** Copies the list. */
    public Installation {
        jvmOptions = List.copyOf(jvmOptions);
    }

    /**
     * Writes the folder {@code kernels/NAME} below a data folder of Jupyter, whole or not at all. One of ours is replaced.
     *
     * @param dataFolder see {@link JupyterFolders}
     * @param name what notebooks call the kernel
     * @return the installed kernel
     * @throws IOException if it cannot be written, or another kernel has the name
     * @throws IllegalArgumentException if Jupyter could not read the name
     */
    public KernelSpec install(Path dataFolder, String name) throws IOException {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("the name may hold letters, digits, '.', '_' and '-', was " + name);
        }
        Path folder = folder(dataFolder, name);
        if (KernelSpec.read(folder).filter(spec -> !spec.isOurs()).isPresent()) {
            throw new IOException(folder + " holds another kernel; choose a --name, or remove it first");
        }
        Files.createDirectories(Objects.requireNonNull(folder.getParent()));
        Path draft = Files.createDirectory(
                folder.resolveSibling("." + name + "-" + ProcessHandle.current().pid()));
        try {
            write(draft, folder);
            Folders.delete(folder);
            move(draft, folder);
        } finally {
            Folders.delete(draft);
        }
        return KernelSpec.read(folder).orElseThrow();
    }

    /**
     * Whether exactly this is installed already, and newer than the library.
     *
     * @throws IOException if the files cannot be looked at
     */
    public boolean isCurrent(Path dataFolder, String name) throws IOException {
        Path folder = folder(dataFolder, name);
        Path file = folder.resolve("kernel.json");
        Path library = Path.of(classPath().split(File.pathSeparator, -1)[0]);
        return KernelSpec.read(folder).map(KernelSpec::command).equals(Optional.of(kernelCommand(folder)))
                && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(library)) > 0;
    }

    private static Path folder(Path dataFolder, String name) {
        return dataFolder.toAbsolutePath().resolve("kernels").resolve(name);
    }

    /** The command that Jupyter starts, with the archive in the folder if one was made. */
    private List<String> kernelCommand(Path folder) {
        Path archive = folder.resolve(ARCHIVE);
        List<String> options = Files.exists(archive) ? jdk.archiveOptions(archive) : List.of();
        return command(options, KernelMain.class, "{connection_file}");
    }

    private void write(Path draft, Path folder) throws IOException {
        for (String logo : LOGOS) {
            Files.write(draft.resolve(logo), Resource.bytes(Installation.class, logo));
        }
        List<String> archiveOptions =
                makeArchive(draft.resolve(ARCHIVE)) ? jdk.archiveOptions(folder.resolve(ARCHIVE)) : List.of();
        JsonObject json = Json.of(
                "argv",
                command(archiveOptions, KernelMain.class, "{connection_file}"),
                "display_name",
                "Java (Noisebook)",
                "language",
                "java",
                "interrupt_mode",
                "message",
                "kernel_protocol_version",
                Message.PROTOCOL_VERSION,
                "env",
                Json.of("MALLOC_ARENA_MAX", "1"), // else each cell, a thread, keeps freed memory of its own
                "metadata",
                Json.of("debugger", false));
        Files.writeString(
                draft.resolve("kernel.json"),
                new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(json));
    }

    private List<String> command(List<String> options, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(options);
        command.addAll(OPTIONS);
        command.add(HOME_OPTION + home.toAbsolutePath());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath(), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((left, right) -> left + File.pathSeparator + right)
                .orElseThrow();
    }

    /** Runs a kernel once and lets the JVM keep the classes it loaded. Without it the kernel works, and starts slower. */
    private boolean makeArchive(Path archive) throws IOException {
        Process rehearsal = new ProcessBuilder(command(jdk.archivingOptions(archive), Rehearsal.class))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!rehearsal.waitFor(2, TimeUnit.MINUTES)) {
                rehearsal.destroyForcibly();
            }
        } catch (InterruptedException e) {
            rehearsal.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        return Files.exists(archive);
    }

    private static void move(Path draft, Path folder) throws IOException {
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, folder);
        }
    }

    /**
     * Removes an installed kernel.
     *
     * @throws IOException if it is not one of ours, or cannot be removed
     */
    public static void uninstall(KernelSpec spec) throws IOException {
        if (!spec.isOurs()) {
            throw new IOException(spec.folder() + " holds another kernel; it was not touched");
        }
        Folders.delete(spec.folder());
    }
}
