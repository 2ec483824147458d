package noisebook.jupyter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDK that can run the kernel.
 *
 * @param java its launcher
 * @param feature its version, such as 17
 */
public record Jdk(Path java, int feature) {
    private static final int OLDEST = 17;
    private static final Pattern VERSION = Pattern.compile(" version \"(\\d+)");

    /** The one that runs this. */
    public static Jdk current() {
        return new Jdk(
                launcher(Path.of(System.getProperty("java.home"))),
                Runtime.version().feature());
    }

    /**
     * The one in a folder.
     *
     * @throws IOException if there is none, it is older than 17, or it has no JShell
     */
    public static Jdk in(Path folder) throws IOException {
        Path java = launcher(folder.toAbsolutePath());
        if (!Files.isExecutable(java)) {
            throw new IOException("no JDK in " + folder + ": there is no " + java + "; name the folder above bin");
        }
        Matcher version = VERSION.matcher(output(java, "-version"));
        int feature = version.find() ? Integer.parseInt(version.group(1)) : 0;
        if (feature < OLDEST) {
            throw new IOException(java + " is Java " + feature + "; the kernel needs " + OLDEST + " or newer");
        }
        if (!output(java, "--describe-module", "jdk.jshell").contains("exports jdk.jshell")) {
            throw new IOException(java + " has no JShell; install a whole JDK, not a runtime");
        }
        return new Jdk(java, feature);
    }

    private static Path launcher(Path home) {
        Path windows = home.resolve("bin").resolve("java.exe");
        return Files.exists(windows) ? windows : home.resolve("bin").resolve("java");
    }

    private static String output(Path java, String... arguments) throws IOException {
        Process process = new ProcessBuilder()
                .command(Stream.concat(Stream.of(java.toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return output;
    }

    /** Whether the JVM keeps an archive of loaded classes up to date by itself. */
    boolean renewsArchives() {
        return feature >= 19;
    }

    /** The options that use an archive, and say nothing when it no longer fits. */
    List<String> archiveOptions(Path archive) {
        List<String> quiet = List.of("-Xshare:auto", "-Xlog:disable");
        return Stream.concat(
                        quiet.stream(),
                        renewsArchives()
                                ? Stream.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive)
                                : Stream.of("-XX:SharedArchiveFile=" + archive))
                .toList();
    }

    /** The options that make an archive when the JVM ends. */
    List<String> archivingOptions(Path archive) {
        return renewsArchives() ? archiveOptions(archive) : List.of("-XX:ArchiveClassesAtExit=" + archive);
    }
}
