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
import java.util.function.Function;

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

    /** Calls a module on lists of tensors, which gives one; nothing is recorded. */
    static NDList list(PtSymbolBlock module, List<List<NDArray>> lists) {
        PtNDManager manager = (PtNDManager) lists.get(0).get(0).getManager();
        return call(module, lists, new double[0], result -> result.toNDList(manager));
    }

    /** Calls a module on lists of tensors and then numbers, for its effect on the tensors; nothing is recorded. */
    static void run(PtSymbolBlock module, List<List<NDArray>> lists, double... numbers) {
        NDList unused = call(module, lists, numbers, result -> new NDList());
    }

    private static NDList call(
            PtSymbolBlock module, List<List<NDArray>> lists, double[] numbers, Function<IValue, NDList> read) {
        List<IValue> arguments = new ArrayList<>();
        lists.forEach(list -> arguments.add(IValue.listFrom(list.toArray(PtNDArray[]::new))));
        for (double number : numbers) {
            arguments.add(IValue.from(number));
        }
        try (IValue result = IValueUtils.runMethod(module, "forward", arguments.toArray(IValue[]::new))) {
            return read.apply(result);
        } finally {
            arguments.forEach(IValue::close);
        }
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
