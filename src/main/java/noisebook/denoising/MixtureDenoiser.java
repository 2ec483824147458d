package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import noisebook.math.GaussianMixture;
import noisebook.math.Prediction;

/**
 * The exact answer when the data is a mixture of Gaussians on a line: what a network without limits would learn. Asked for a class it knows only the part of that
 * number, asked for none the whole mixture, so that all that steers a walk can be tried where the outcome is known.
 *
 * @param process how the data becomes noise
 * @param predicts what it is asked for
 * @param mixture the distribution of x_0
 */
public record MixtureDenoiser(ForwardProcess process, Prediction predicts, GaussianMixture mixture)
        implements Denoiser {
    private static final Shape ONE = new Shape(1);

    @Override
    public Shape sampleShape() {
        return ONE;
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        int parts = mixture.means().length;
        float[] answers = xt.toFloatArray();
        float[] times = t.toFloatArray();
        int[] asked = about.rowOfEach(answers.length, parts);
        for (int i = 0; i < answers.length; i++) {
            GaussianMixture meant = asked[i] == parts ? mixture : mixture.part(asked[i]);
            answers[i] = (float) meant.guess(predicts, process.path(), times[i], answers[i]);
        }
        return xt.getManager().create(answers, xt.getShape());
    }
}
