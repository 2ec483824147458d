package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import noisebook.data.Sha256;

/**
 * Named tensors and text in one file, in the public safetensors format: 8 bytes with the header's length, a JSON header, raw little-endian
 * values. Nothing in it is executable. Our metadata carries a SHA-256 of the values, so a damaged file is refused.
 */
public final class SafeTensors {
    private static final String DIGEST = "sha256";

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

        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(beside)) {
                out.write(ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .array());
                out.write(header);
                for (byte[] bytes : values) {
                    out.write(bytes);
                }
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw new IOException(
                    "cannot write " + file + " (" + e.getMessage() + "): free some space or choose another folder", e);
        }
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
        header.add("__metadata__", metadata);
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
        try {
            ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
            byte[] headerBytes = new byte[Math.toIntExact(buffer.getLong())];
            buffer.get(headerBytes);
            // stock IJava brings gson 2.8.5: nothing newer here
            JsonObject header = new Gson().fromJson(new String(headerBytes, StandardCharsets.UTF_8), JsonObject.class);
            ByteBuffer values = buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
            Map<String, String> metadata = metadata(header);
            MessageDigest digest = Sha256.start();
            digest.update(values.duplicate());
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.equals(metadata.remove(DIGEST))) {
                throw new IOException("checkpoint " + file + " is damaged: its SHA-256 is " + found
                        + ", not the one in its header; restore it from git or train again");
            }
            return new Content(metadata, tensors(header, values, manager));
        } catch (JsonParseException
                | IllegalStateException
                | ArithmeticException
                | NegativeArraySizeException
                | OutOfMemoryError
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | NullPointerException
                | BufferUnderflowException e) {
            throw new IOException(
                    "checkpoint " + file + " is not a whole safetensors file (" + content.length
                            + " bytes): restore it from git or train again",
                    e);
        }
    }

    private static Map<String, String> metadata(JsonObject header) {
        Map<String, String> metadata = new LinkedHashMap<>();
        header.remove("__metadata__")
                .getAsJsonObject()
                .entrySet()
                .forEach(e -> metadata.put(e.getKey(), e.getValue().getAsString()));
        return metadata;
    }

    private static Map<String, NDArray> tensors(JsonObject header, ByteBuffer values, NDManager manager) {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        for (String name : header.keySet()) {
            JsonObject entry = header.getAsJsonObject(name);
            DataType type = entry.get("dtype").getAsString().equals("F16") ? DataType.FLOAT16 : DataType.FLOAT32;
            JsonArray offsets = entry.getAsJsonArray("data_offsets");
            int start = offsets.get(0).getAsInt();
            ByteBuffer slice =
                    values.slice(start, offsets.get(1).getAsInt() - start).order(ByteOrder.nativeOrder());
            long[] shape = StreamSupport.stream(entry.getAsJsonArray("shape").spliterator(), false)
                    .mapToLong(e -> e.getAsLong())
                    .toArray();
            tensors.put(name, Scope.keep(() -> create(manager, slice, new Shape(shape), type)));
        }
        return tensors;
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
