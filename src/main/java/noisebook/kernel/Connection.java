package noisebook.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a kernel and its front ends meet: the content of a connection file.
 *
 * @param ip the only address the kernel binds to
 * @param ports one for each channel
 * @param key the secret that signs messages; empty for unsigned ones
 * @param kernel the name under which the Jupyter server knows the kernel; empty when it is not known
 */
public record Connection(String ip, Map<Channel, Integer> ports, String key, String kernel) {
    private static final String SCHEME = "hmac-sha256";
    private static final Pattern NAMED = Pattern.compile("kernel-([\\w-]+)\\.json"); // by a Jupyter server

    /** Copies the map. */
    public Connection {
        ports = Collections.unmodifiableMap(new EnumMap<>(ports));
    }

    /**
     * Reads a connection file.
     *
     * @throws IOException if it cannot be read, or asks for a transport or a signature other than tcp and hmac-sha256
     */
    static Connection read(Path file) throws IOException {
        try {
            JsonObject json = Json.parse(Files.readString(file));
            Map<Channel, Integer> ports = new EnumMap<>(Channel.class);
            for (Channel channel : Channel.values()) {
                ports.put(channel, Json.number(json, channel.portName()));
            }
            expect("transport", Json.text(json, "transport", "tcp"), "tcp");
            expect("signature_scheme", Json.text(json, "signature_scheme", SCHEME), SCHEME);
            Matcher named = NAMED.matcher(String.valueOf(file.getFileName()));
            String kernel = named.matches() ? named.group(1) : "";
            return new Connection(Json.text(json, "ip"), ports, Json.text(json, "key", ""), kernel);
        } catch (BadMessageException e) {
            throw new IOException(file + " is no connection file: " + e.getMessage(), e);
        }
    }

    private static void expect(String name, String value, String supported) {
        if (!value.equals(supported)) {
            throw new BadMessageException(name + " is " + value + ", only " + supported + " is supported");
        }
    }

    /** A new one on free ports of this machine, with a random key. */
    public static Connection local() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            Map<Channel, Integer> ports = new EnumMap<>(Channel.class);
            for (Channel channel : Channel.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(channel, socket.getLocalPort());
            }
            return new Connection("127.0.0.1", ports, UUID.randomUUID().toString(), "");
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /** Writes the connection file; only the owner may read it, for it holds the key. */
    public void write(Path file) throws IOException {
        JsonObject json = Json.of("transport", "tcp", "ip", ip, "signature_scheme", SCHEME, "key", key);
        ports.forEach((channel, port) -> json.addProperty(channel.portName(), port));
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        Files.write(file, json.toString().getBytes(StandardCharsets.UTF_8), options.toArray(StandardOpenOption[]::new));
    }

    String endpoint(Channel channel) {
        return "tcp://" + ip + ":" + ports.get(channel);
    }
}
