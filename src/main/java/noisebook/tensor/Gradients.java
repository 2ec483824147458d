package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reverse-mode differentiation of scalars. */
public final class Gradients {
    private static final ScriptedOp GRADIENTS = script(
            "y: List[Tensor], leaves: List[Tensor]",
            "torch.grad(y, leaves, None, False, False, True)",
            "torch.contiguous(unchecked_cast(Tensor, one))"); // as Adam's kernel takes it to be

    /** By number of leaves: a recorded call takes tensors, not lists. */
    private static final Map<Integer, ScriptedOp> RECORDED = new ConcurrentHashMap<>();

    private Gradients() {}

    /**
     * The gradients of a scalar; what was recorded of it is used up.
     *
     * @param y computed with {@link GradMode#on()}
     * @param leaves tensors that {@code y} depends on and that want a gradient
     * @return for each leaf, {@code dy / d leaf}, of its shape
     * @throws IllegalStateException when no gradient reaches a leaf
     */
    public static NDList of(NDArray y, List<NDArray> leaves) {
        for (NDArray leaf : leaves) {
            if (!leaf.hasGradient()) {
                throw unreached(leaf);
            }
        }
        return reaching(leaves, GRADIENTS.applyToLists(List.of(List.of(y), leaves)));
    }

    /**
     * Gradients that are recorded themselves, so that a loss may hold them: {@code |∇D(x)|²} of R1 (Mescheder et al. 2018), or the length of a path. What
     * was recorded of {@code y} is kept.
     *
     * @param y a scalar, computed with {@link GradMode#on()}
     * @param leaves tensors that {@code y} depends on and that want a gradient
     * @return for each leaf, {@code dy / d leaf}, of its shape
     * @throws IllegalStateException when no gradient reaches a leaf
     */
    public static NDList recorded(NDArray y, List<NDArray> leaves) {
        NDArray[] inputs = Stream.concat(Stream.of(y), leaves.stream()).toArray(NDArray[]::new);
        return reaching(
                leaves,
                RECORDED.computeIfAbsent(leaves.size(), Gradients::recording).applyAll(inputs));
    }

    private static NDList reaching(List<NDArray> leaves, NDList gradients) {
        for (int i = 0; i < leaves.size(); i++) {
            if (gradients.get(i).size() == 0) {
                throw unreached(leaves.get(i));
            }
        }
        return gradients;
    }

    private static ScriptedOp recording(int count) {
        String names = IntStream.range(0, count).mapToObj(i -> "x" + i).collect(Collectors.joining(", "));
        return script(
                "y: Tensor, " + names.replace(",", ": Tensor,") + ": Tensor",
                "torch.grad([y], [" + names + "], None, True, True, True)",
                "unchecked_cast(Tensor, one)");
    }

    /** TorchScript that gives an empty tensor where no gradient arrives; {@code one} is a gradient that does. */
    private static ScriptedOp script(String inputs, String gradients, String arrived) {
        return ScriptedOp.of(
                inputs + ") -> List[Tensor]",
                "found = " + gradients,
                "all = annotate(List[Tensor], [])",
                "for i in range(torch.len(found)):",
                "  one = found[i]",
                "  if torch.__isnot__(one, None):",
                "    gradient = " + arrived,
                "  else:",
                "    gradient = torch.zeros([0])",
                "  _0 = torch.append(all, gradient)",
                "return all");
    }

    private static IllegalStateException unreached(NDArray leaf) {
        return new IllegalStateException("no gradient reaches this " + leaf.getShape()
                + " tensor: the loss does not depend on it, or it is frozen");
    }

    /**
     * The gradient of a loss by one weight, as Java floats, row-major.
     *
     * @param loss computes a scalar from tensors of the manager that it is given
     * @param weight a tensor that wants a gradient
     */
    public static float[] floats(Function<NDManager, NDArray> loss, NDArray weight) {
        try (Scope scope = Scope.open();
                GradMode on = GradMode.on()) {
            return of(loss.apply(scope.manager()), List.of(weight)).head().toFloatArray();
        }
    }

    /**
     * The gradient of {@code sum f(x)} with respect to {@code x}: one row a sample when {@code f} treats samples independently.
     *
     * @param f the function, differentiated by recording it
     * @param x any shape; it is copied, not changed
     * @return the same shape as {@code x}
     */
    public static NDArray of(UnaryOperator<NDArray> f, NDArray x) {
        try (GradMode on = GradMode.on()) {
            NDArray leaf = x.stopGradient().duplicate();
            leaf.setRequiresGradient(true);
            return of(f.apply(leaf).sum(), List.of(leaf)).head();
        }
    }
}
