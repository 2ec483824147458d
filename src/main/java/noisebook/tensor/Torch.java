package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that reaches below DJL's public interface into its PyTorch engine; no other class imports {@code ai.djl.pytorch}. */
final class Torch {
    private Torch() {}

    static PtSymbolBlock load(byte[] archive) {
        try {
            return JniUtils.loadModule(
                    (PtNDManager) Compute.systemManager(), new ByteArrayInputStream(archive), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls a module on tensors; the call is recorded when gradients are on. */
    static NDList forward(PtSymbolBlock module, NDArray... inputs) {
        return IValueUtils.forward(module, new NDList(inputs), true);
    }

    /** Calls a module on lists of tensors and then numbers, for its effect on the tensors; nothing is recorded. */
    static void run(PtSymbolBlock module, List<List<NDArray>> lists, double... numbers) {
        List<IValue> arguments = new ArrayList<>();
        lists.forEach(list -> arguments.add(IValue.listFrom(list.toArray(PtNDArray[]::new))));
        for (double number : numbers) {
            arguments.add(IValue.from(number));
        }
        IValueUtils.runMethod(module, "forward", arguments.toArray(IValue[]::new))
                .close();
        arguments.forEach(IValue::close);
    }

    static void backward(NDArray y, NDArray seed, boolean createGraph) {
        JniUtils.backward((PtNDArray) y, (PtNDArray) seed, createGraph, createGraph);
    }

    /** The gradient tensor of a leaf, or null while nothing has been propagated to it. */
    static @Nullable NDArray gradient(NDArray leaf) {
        return JniUtils.getGradient((PtNDArray) leaf);
    }

    static boolean gradMode() {
        return JniUtils.isGradMode();
    }

    static void gradMode(boolean on) {
        JniUtils.setGradMode(on);
    }

    static int threads() {
        return JniUtils.getNumThreads();
    }
}
