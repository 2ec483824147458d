package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** In-place arithmetic on all parameters of a model in one call each: the optimiser's inner loop. */
public final class ParameterList {
    private static final ScriptedOp ADAM = ScriptedOp.of(
            "w: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], s: List[Tensor], "
                    + "rate: float, beta1: float, beta2: float, stabilizer: float) -> int",
            "none = annotate(List[Tensor], [])",
            "torch._foreach_add_(s, 1)",
            "torch._fused_adam_(w, g, m, v, none, s, lr=rate, beta1=beta1, beta2=beta2, "
                    + "weight_decay=0., eps=stabilizer, amsgrad=False, maximize=False)",
            "return 0");
    private static final ScriptedOp CLIP = ScriptedOp.of(
            "g: List[Tensor], limit: float) -> int",
            "norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(g, 2)))",
            "scale = torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 1.0e-06)), limit), None, 1.)",
            "torch._foreach_mul_(g, scale)",
            "return 0");
    private static final ScriptedOp LERP = ScriptedOp.of(
            "a: List[Tensor], b: List[Tensor], weight: float) -> int",
            "torch._foreach_lerp_(a, b, weight)",
            "return 0");

    private static final ScriptedOp DROP_TINY = ScriptedOp.of(
            "tensors: List[Tensor]) -> int",
            "for i in range(torch.len(tensors)):",
            "  one = tensors[i]",
            "  _0 = torch.copy_(one, torch.hardshrink(one, 1.0e-30))",
            "return 0");

    private ParameterList() {}

    /**
     * One step of Adam (Kingma and Ba 2015, algorithm 1) by PyTorch's fused kernel.
     *
     * @param w parameters, changed in place
     * @param g their gradients
     * @param m first moments, changed in place
     * @param v second moments, changed in place
     * @param steps one scalar a parameter, the steps taken so far, changed in place
     */
    public static void adam(
            List<NDArray> w,
            List<NDArray> g,
            List<NDArray> m,
            List<NDArray> v,
            List<NDArray> steps,
            double learningRate,
            double beta1,
            double beta2,
            double stabilizer) {
        ADAM.run(List.of(w, g, m, v, steps), learningRate, beta1, beta2, stabilizer);
    }

    /** Scales all gradients together so that their joint 2-norm is at most {@code limit} (Pascanu et al. 2013). */
    public static void clipNorm(List<NDArray> gradients, double limit) {
        CLIP.run(List.of(gradients), limit);
    }

    /**
     * Sets numbers within ±1e-30 to zero. A momentum without gradient shrinks until, below 1.2e-38, a processor takes a hundred times as long
     * for each product with it.
     */
    public static void dropTiny(List<NDArray> tensors) {
        DROP_TINY.run(List.of(tensors));
    }

    /** {@code a ← a + weight (b − a)}: with {@code weight = 1 − decay}, an exponential moving average. */
    public static void lerp(List<NDArray> a, List<NDArray> b, double weight) {
        LERP.run(List.of(a, b), weight);
    }
}
