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
        try (Call call = new Call(module, lists)) {
            return call.result.toNDList((PtNDManager) lists.get(0).get(0).getManager());
        }
    }

    /** Calls a module on lists of tensors and then numbers, for its effect on the tensors; nothing is recorded. */
    static void run(PtSymbolBlock module, List<List<NDArray>> lists, double... numbers) {
        new Call(module, lists, numbers).close();
    }

    /** What a call was given and gave, until it is closed. */
    private static final class Call implements AutoCloseable {
        private final List<IValue> arguments = new ArrayList<>();
        private final IValue result;

        Call(PtSymbolBlock module, List<List<NDArray>> lists, double... numbers) {
            lists.forEach(list -> arguments.add(IValue.listFrom(list.toArray(PtNDArray[]::new))));
            for (double number : numbers) {
                arguments.add(IValue.from(number));
            }
            result = IValueUtils.runMethod(module, "forward", arguments.toArray(IValue[]::new));
        }

        @Override
        public void close() {
            result.close();
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
