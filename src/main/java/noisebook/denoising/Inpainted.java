package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.math.Prediction;
import noisebook.math.Require;
import noisebook.tensor.Tensors;

/**
 * A model that knows part of the picture: of its guess of x_0 the known pixels are replaced by what they are, and the walk makes the rest fit
 * ({@code x_0 ← m x + (1 − m) x_0}; Wang et al. 2023, "Zero-shot image restoration using denoising diffusion null-space model").
 *
 * @param model of pictures
 * @param picture one, of the model's shape
 * @param mask one picture of one channel, 1 where the picture is known and 0 where it is to be painted
 */
public record Inpainted(Denoiser model, Images picture, Images mask) implements DenoiserWrapper {
    /** Checks that picture and mask fit. */
    public Inpainted {
        Require.that(picture.count() == 1, "inpainting takes one picture", picture);
        Require.that(
                mask.count() == 1
                        && mask.channels() == 1
                        && mask.height() == picture.height()
                        && mask.width() == picture.width(),
                "the mask must be one picture of one channel, " + picture.height() + "×" + picture.width(),
                mask);
    }

    @Override
    public Prediction predicts() {
        return Prediction.X0;
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        NDArray known = Tensors.images(xt.getManager(), picture.in(PixelRange.SIGNED));
        NDArray where = Tensors.images(xt.getManager(), mask.in(PixelRange.UNIT));
        NDArray guessed = model.guess(Prediction.X0, xt, t, about);
        return known.mul(where).add(guessed.mul(where.neg().add(1)));
    }
}
