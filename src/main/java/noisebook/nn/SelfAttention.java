package noisebook.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;

/** Every pixel looks at every other one, with one head and a residual connection: (N, C, H, W) to the same shape. */
public final class SelfAttention extends Network implements Layer {
    private final int channels;
    private final GroupNorm norm;
    private final Conv2d queryKeyValue;
    private final Conv2d out;

    /** Declares the layer; channels are a multiple of 8. */
    public SelfAttention(int channels) {
        this.channels = channels;
        norm = child("norm", new GroupNorm(8, channels));
        queryKeyValue = child("queryKeyValue", new Conv2d(channels, 3 * channels, 1, 1, 0));
        out = child("out", new Conv2d(channels, channels, 1, 1, 0));
    }

    @Override
    public NDArray forward(NDArray x) {
        return Scope.tidy(() -> x.add(seen(x)));
    }

    private NDArray seen(NDArray x) {
        long n = x.getShape().get(0);
        NDArray all = queryKeyValue
                .forward(norm.forward(x))
                .reshape(n, 3L * channels, -1)
                .transpose(0, 2, 1); // (N, HW, 3C)
        NDList parts = all.split(3, 2); // query, key, value: (N, HW, C) each
        NDArray seen = Ops.attention(parts.get(0), parts.get(1), parts.get(2)).transpose(0, 2, 1);
        return out.forward(seen.reshape(x.getShape()));
    }
}
