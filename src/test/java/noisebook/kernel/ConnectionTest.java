package noisebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectionTest {
    @TempDir
    private Path folder;

    @Test
    void aConnectionFileIsReadAsItWasWrittenAndOnlyByItsOwner() throws IOException {
        Connection connection = Connection.local();
        Path file = folder.resolve("kernel.json");
        connection.write(file);
        assertThat(Connection.read(file)).isEqualTo(connection);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aFileThatSaysSomethingElseIsRefusedWithTheReason() throws IOException {
        refused("{}", "port");
        refused("no json", "not a JSON object");
        String ports =
                "\"shell_port\":1,\"control_port\":2,\"stdin_port\":3,\"iopub_port\":4,\"hb_port\":5,\"ip\":\"127.0.0.1\"";
        refused("{" + ports + ",\"transport\":\"ipc\"}", "ipc");
        refused("{" + ports + ",\"signature_scheme\":\"hmac-md5\"}", "hmac-md5");
    }

    @Test
    void theServersNameForTheKernelIsThatOfTheFile() throws IOException {
        Path named = folder.resolve("kernel-1b2c-3d.json");
        Connection.local().write(named);
        assertThat(Connection.read(named).kernel()).isEqualTo("1b2c-3d");
        Path other = folder.resolve("connection.json");
        Connection.local().write(other);
        assertThat(Connection.read(other).kernel()).isEmpty();
    }

    private void refused(String text, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), text);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Connection.read(file))
                .withMessageContaining(why);
    }

    @Test
    void aKernelListensOnItsAddressOnlyAndGivesTheStreamsBack() throws Exception {
        var out = System.out;
        try (TestKernel kernel = TestKernel.start()) {
            int port = kernel.connection.ports().get(Channel.SHELL);
            InetAddress other = InetAddress.getByName("127.0.0.2"); // Linux answers on all of 127/8 if bound to any
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(other, port), 1000);
                }
            });
            assertThat(System.out).isNotSameAs(out);
        }
        assertThat(System.out).isSameAs(out);
    }

    @Test
    void anAddressInUseIsSaidToBe() throws Exception {
        try (TestKernel kernel = TestKernel.start()) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> Channels.bind(kernel.connection))
                    .withMessageContaining("cannot bind to tcp://127.0.0.1:");
        }
    }
}
