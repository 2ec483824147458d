package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import noisebook.data.ImageSet;
import noisebook.data.PixelRange;
import noisebook.math.Prediction;
import noisebook.tensor.Ops;

/**
 * Diffusion without a network: the exact answer when the data is a finite set. The posterior over the set at x_t is a softmax,
 * {@code w_i ∝ exp(−‖x_t − a x_i‖² / (2 b²))} with {@code a = √ᾱ_t, b² = 1 − ᾱ_t} for DDPM; the best x_0 is the weighted mean. It is what a
 * network without limits would learn, and it can only return what it has seen.
 */
public final class DataDenoiser implements Denoiser {
    private final ForwardProcess process;
    private final Shape sample;
    private final float[] data; // (n, d)

    private DataDenoiser(ForwardProcess process, Shape sample, float[] data) {
        this.process = process;
        this.sample = sample;
        this.data = data;
    }

    /**
     * Over samples.
     *
     * @param sample shape of one
     * @param data row-major, on the scale of x_0: pixels in [−1, 1]
     * @throws IllegalArgumentException if they are not whole samples
     */
    public static DataDenoiser of(ForwardProcess process, Shape sample, float... data) {
        if (data.length == 0 || data.length % sample.size() != 0) {
            throw new IllegalArgumentException(data.length + " numbers are not whole samples of shape " + sample);
        }
        return new DataDenoiser(process, sample, data.clone());
    }

    /** Over the images of a set, pixels taken from [0, 1] to [−1, 1]. */
    public static DataDenoiser of(ForwardProcess process, ImageSet images) {
        Shape sample = new Shape(images.channels(), images.height(), images.width());
        return new DataDenoiser(
                process, sample, images.images().in(PixelRange.SIGNED).values());
    }

    @Override
    public ForwardProcess process() {
        return process;
    }

    @Override
    public Prediction predicts() {
        return Prediction.X0;
    }

    @Override
    public Shape sampleShape() {
        return sample;
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        about.requireNone();
        NDArray flat = xt.reshape(xt.getShape().get(0), -1); // (N, d)
        NDArray signal = process.signal(t, flat); // (N, 1)
        NDArray noise = process.noise(t, flat);
        NDArray known = xt.getManager().create(data, new Shape(data.length / sample.size(), sample.size()));
        NDArray norms = Ops.scale(known.square().sum(new int[] {1}).reshape(1, -1), .5);
        NDArray logits = flat.matMul(known.transpose())
                .mul(signal)
                .sub(norms.mul(signal.square()))
                .div(noise.square()); // (N, n)
        return logits.softmax(1).matMul(known).reshape(xt.getShape());
    }
}
