package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import noisebook.math.Prediction;

/**
 * A model of what lies under the noise in x_t. It carries the process that it was made for, so that loss, samplers and judges cannot take
 * another one.
 */
public interface Denoiser {
    /** How data becomes noise. */
    ForwardProcess process();

    /** What {@link #predict} returns. */
    Prediction predicts();

    /** The shape of one sample: (channels, height, width) for pictures, whose pixels are in [−1, 1]; (2) for points. */
    Shape sampleShape();

    /**
     * Predicts.
     *
     * @param xt (N, …), float32
     * @param t (N), float32: whole numbers in [1, T], or in [0, 1] on a straight path
     * @param about what each sample is to show
     * @return ε, x_0 or the velocity, the shape of {@code xt}
     * @throws IllegalArgumentException for a condition that the model does not know
     */
    NDArray predict(NDArray xt, NDArray t, Condition about);

    /** The same for samples of nothing in particular. */
    default NDArray predict(NDArray xt, NDArray t) {
        return predict(xt, t, Condition.none());
    }

    /** What is wanted, computed from what is predicted. */
    default NDArray guess(Prediction wanted, NDArray xt, NDArray t, Condition about) {
        return process().convert(predicts(), wanted, predict(xt, t, about), xt, t);
    }

    /** A model that is no more than a function. */
    static Denoiser of(ForwardProcess process, Prediction predicts, Shape sampleShape, Answer answer) {
        return new Denoiser() {
            @Override
            public ForwardProcess process() {
                return process;
            }

            @Override
            public Prediction predicts() {
                return predicts;
            }

            @Override
            public Shape sampleShape() {
                return sampleShape;
            }

            @Override
            public NDArray predict(NDArray xt, NDArray t, Condition about) {
                return answer.to(xt, t, about);
            }
        };
    }

    /** What {@link #of} takes: {@link #predict} alone. */
    @FunctionalInterface
    interface Answer {
        /** Predicts. */
        NDArray to(NDArray xt, NDArray t, Condition about);
    }
}
