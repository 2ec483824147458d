package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import noisebook.data.ImageSet;
import noisebook.data.PixelRange;

/**
 * Diffusion without a network: the exact answer when the data is a finite set. The posterior over the set at x_t is a softmax,
 * {@code w_i ∝ exp(−‖x_t − √ᾱ x_i‖² / (2 (1 − ᾱ)))}; the best x_0 is the weighted mean, and ε is what it leaves over. It is what a
 * network without limits would learn, and it can only return what it has seen.
 */
public final class DataDenoiser implements Denoiser {
    private final ForwardProcess process;
    private final float[] data; // (n, d)
    private final int n;

    private DataDenoiser(ForwardProcess process, float[] data, int n) {
        this.process = process;
        this.data = data;
        this.n = n;
    }

    /**
     * Over n samples.
     *
     * @param data row-major, on the scale of x_0: pixels in [−1, 1]
     * @throws IllegalArgumentException if they are not whole rows
     */
    public static DataDenoiser of(ForwardProcess process, float[] data, int n) {
        if (n < 1 || data.length == 0 || data.length % n != 0) {
            throw new IllegalArgumentException(data.length + " numbers are not " + n + " whole samples");
        }
        return new DataDenoiser(process, data.clone(), n);
    }

    /** Over the images of a set, pixels taken from [0, 1] to [−1, 1]. */
    public static DataDenoiser of(ForwardProcess process, ImageSet images) {
        return new DataDenoiser(process, images.images().in(PixelRange.SIGNED).values(), images.size());
    }

    @Override
    public NDArray predictEpsilon(NDArray xt, NDArray t) {
        NDArray flat = xt.reshape(xt.getShape().get(0), -1); // (N, d)
        NDArray signal = process.signal(t, flat); // (N, 1)
        NDArray noise = process.noise(t, flat);
        NDArray known = xt.getManager().create(data, new Shape(n, data.length / n));
        NDArray norms = known.square().sum(new int[] {1}).reshape(1, n).mul(.5f);
        NDArray logits = flat.matMul(known.transpose())
                .mul(signal)
                .sub(norms.mul(signal.square()))
                .div(noise.square()); // (N, n)
        NDArray x0 = logits.softmax(1).matMul(known);
        return flat.sub(x0.mul(signal)).div(noise).reshape(xt.getShape());
    }
}
