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
    private static final ScriptedOp MUON = ScriptedOp.of(
            "w: List[Tensor], g: List[Tensor], m: List[Tensor], rate: float, momentum: float) -> int",
            "torch._foreach_lerp_(m, g, 1. - momentum)",
            "for i in range(torch.len(w)):",
            "  weight = w[i]",
            "  move = torch.flatten(torch.lerp(g[i], m[i], momentum), 1)",
            "  tall = torch.gt(torch.size(move, 0), torch.size(move, 1))",
            "  x = move",
            "  if tall:",
            "    x = torch.t(move)",
            "  x = torch.div(x, torch.add(torch.linalg_vector_norm(x), 1.0e-30))",
            "  for j in range(5):",
            "    square = torch.mm(x, torch.t(x))",
            "    factor = torch.addmm(square, square, square, beta=-4.7750, alpha=2.0315)",
            "    x = torch.addmm(x, factor, x, beta=3.4445)",
            "  scale = torch.mul(rate * 0.2, torch.sqrt(torch.size(x, 1)))",
            "  if tall:",
            "    x = torch.t(x)",
            "  change = torch.reshape(x, torch.size(weight))",
            "  _0 = torch.sub_(weight, change, alpha=scale)",
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

    /**
     * One step of Muon (Jordan et al. 2024) on weights of two dimensions or more, each taken as a matrix of shape (first, product of the others).
     * With m ← μ m + (1 − μ) g, the move μ m + (1 − μ) g is divided by its 2-norm and its singular values σ go five times through
     * 3.4445 σ − 4.7750 σ³ + 2.0315 σ⁵, which brings all that are not tiny near 1. Of that times .2 √(longer side), the weight loses
     * {@code learningRate}: an entry changes about as much as in a step of Adam (Liu et al. 2025, section 2.2), so that both share one rate.
     *
     * @param w weights, changed in place
     * @param g their gradients
     * @param m their momentum, changed in place
     * @param momentum μ, in [0, 1)
     */
    public static void muon(List<NDArray> w, List<NDArray> g, List<NDArray> m, double learningRate, double momentum) {
        MUON.run(List.of(w, g, m), learningRate, momentum);
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
