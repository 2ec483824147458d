package noisebook.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import noisebook.math.Require;
import noisebook.tensor.Ops;

/**
 * {@link Linear} whose weights are kept at size 1 and act multiplied by {@code gain / √in}, so that a step of Adam, which moves every number as far, means as much in every layer
 * (Karras et al. 2018, section 4.1).
 */
public final class EqualizedLinear extends Network implements Layer {
    private final Parameter weight;
    private final Parameter bias;
    private final float factor;
    private final float rate;

    /**
     * Declares the layer.
     *
     * @param gain how much larger results are than what comes in: √2 before a ReLU, else 1
     * @param rate at which the layer learns beside others; its numbers are kept as much larger
     */
    public EqualizedLinear(int in, int out, double gain, double rate) {
        Require.positive("in", in);
        Require.positive("out", out);
        weight = parameter("weight", Init.normal((float) (1 / rate)), out, in);
        bias = parameter("bias", Init.constant(0), out);
        factor = (float) (gain / Math.sqrt(in) * rate);
        this.rate = (float) rate;
    }

    @Override
    public NDArray forward(NDArray x) {
        MacCounter.add(x.size() / x.size(0) * weight.shape().get(0));
        return Ops.linear(x, times(x, weight, factor), times(x, bias, rate));
    }

    /** A weight is never the receiver: the product belongs to the manager of what comes in. */
    static NDArray times(NDArray x, Parameter parameter, float factor) {
        return x.getManager().full(new Shape(), factor).mul(parameter.value());
    }
}
