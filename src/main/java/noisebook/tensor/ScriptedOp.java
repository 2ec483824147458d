package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtSymbolBlock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A PyTorch operator that DJL does not offer, called from Java with autograd.
 *
 * <p>A TorchScript archive is a zip of a one-method class in plain text and a tiny pickle that instantiates it. Both are written in
 * memory on first use and loaded into the engine, so any operator of PyTorch is a line of TorchScript away.
 */
final class ScriptedOp implements Operator {
    private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};

    private final String source;
    private volatile @Nullable PtSymbolBlock module;

    private ScriptedOp(String source) {
        this.source = source;
    }

    /**
     * Declares an operator.
     *
     * @param signature arguments and result in TorchScript, such as {@code "x: Tensor) -> Tensor"}
     * @param lines the body, one statement a line
     */
    static ScriptedOp of(String signature, String... lines) {
        StringBuilder body = new StringBuilder();
        for (String line : lines) {
            body.append("    ").append(line).append('\n');
        }
        return new ScriptedOp("class Op(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n"
                + "  def forward(self: __torch__.Op,\n    " + signature.replace(", ", ",\n    ") + ":\n" + body);
    }

    @Override
    public NDArray apply(NDArray... inputs) {
        return applyAll(inputs).head();
    }

    NDList applyAll(NDArray... inputs) {
        return Torch.forward(module(), inputs);
    }

    /** From lists of tensors to a list. */
    NDList applyToLists(List<List<NDArray>> lists) {
        return Torch.list(module(), lists);
    }

    /** Runs the operator for its effect on lists of tensors; numbers follow the lists. */
    void run(List<List<NDArray>> lists, double... numbers) {
        Torch.run(module(), lists, numbers);
    }

    private PtSymbolBlock module() {
        PtSymbolBlock loaded = module;
        if (loaded == null) {
            synchronized (this) {
                loaded = module;
                if (loaded == null) {
                    loaded = Torch.load(archive());
                    module = loaded;
                }
            }
        }
        return loaded;
    }

    private byte[] archive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "op/data.pkl", pickle());
            store(zip, "op/code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
            store(zip, "op/constants.pkl", EMPTY_TUPLE);
            store(zip, "op/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Pickle protocol 2 for {@code Op()} with the state {@code {"training": True}}. */
    private static byte[] pickle() {
        return "\u0080\2c__torch__\nOp\nq\0)\u0081}(X\10\0\0\0trainingq\1\u0088ubq\2."
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** TorchScript maps tensors straight out of the archive, so entries must be stored, not compressed. */
    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
