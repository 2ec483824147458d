package noisebook.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import noisebook.kernel.Channel;
import noisebook.kernel.Json;
import noisebook.kernel.KernelProcess;
import noisebook.kernel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstallationTest {
    @TempDir
    private Path folder;

    private final Installation installation = new Installation(Jdk.current(), List.of("-Xmx300m"), Path.of(""));

    @Test
    void anInstalledKernelStartsAndInstallingAgainChangesNothing() throws Exception {
        KernelSpec spec = installation.install(folder, "java");
        assertThat(spec.folder()).isEqualTo(folder.resolve("kernels").resolve("java"));
        String json = Files.readString(spec.folder().resolve("kernel.json"));
        assertThat(json).contains("\"Java (Noisebook)\"", "\"message\"", "{connection_file}", "-Xmx300m");
        for (String logo : List.of("logo-svg.svg", "logo-32x32.png", "logo-64x64.png")) {
            assertThat(spec.folder().resolve(logo)).isNotEmptyFile();
        }
        assertThat(spec.jvmOptions()).containsExactly("-Xmx300m");
        assertThat(installation.isCurrent(folder, "java")).isTrue();
        assertThat(new Installation(Jdk.current(), List.of(), Path.of("")).isCurrent(folder, "java"))
                .isFalse();
        installation.install(folder, "java");
        assertThat(spec.folder().resolve("kernel.json")).hasContent(json);
        try (Stream<Path> kernels = Files.list(folder.resolve("kernels"))) {
            assertThat(kernels).as("nothing half-written beside it").containsExactly(spec.folder());
        }
        try (KernelProcess kernel = KernelProcess.start(spec.command(), spec.environment())) {
            Message reply = kernel.client().request(Channel.SHELL, "kernel_info_request", Json.of());
            assertThat(Json.text(reply.content(), "implementation")).isEqualTo("noisebook");
        }
        Installation.uninstall(spec);
        assertThat(spec.folder()).doesNotExist();
    }

    @Test
    void anotherKernelOfTheSameNameIsLeftAlone() throws IOException {
        Path other = Files.createDirectories(folder.resolve("kernels").resolve("java"));
        Files.writeString(
                other.resolve("kernel.json"), "{\"argv\":[\"java\",\"-jar\",\"ijava.jar\"],\"language\":\"java\"}");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> installation.install(folder, "java"))
                .withMessageContaining("another kernel");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Installation.uninstall(KernelSpec.read(other).orElseThrow()))
                .withMessageContaining("not touched");
        assertThat(other.resolve("kernel.json")).content().contains("ijava.jar");
    }

    @Test
    void aNameThatJupyterCannotReadIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> installation.install(folder, "my kernel"))
                .withMessageContaining("my kernel");
    }

    @Test
    void aFolderWithoutAJdkIsRefusedWithTheRemedy() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Jdk.in(folder))
                .withMessageContaining("no JDK in " + folder);
    }

    @Test
    void theJdkOfTheTestsIsOne() throws IOException {
        Jdk found = Jdk.in(Path.of(System.getProperty("java.home")));
        assertThat(found.feature()).isEqualTo(Runtime.version().feature());
    }
}
