package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import noisebook.data.Images;
import noisebook.math.GaussianPath;
import noisebook.math.Require;

/**
 * The frames of a film of a walk: what the sampler held and what the model believed, at evenly spaced steps, the first and the last included.
 * It listens to a sampler.
 */
public final class Trajectory implements SamplingListener {
    private final int frames;
    private final List<Frame> seen = new ArrayList<>();

    private Trajectory(int frames) {
        this.frames = frames;
    }

    /**
     * A moment of the walk.
     *
     * @param t time
     * @param sample shape of one sample
     * @param xt what the sampler holds, row-major
     * @param x0 the model's guess of the clean samples at that moment, row-major
     */
    @SuppressWarnings("ArrayRecordComponent") // shown, never compared
    public record Frame(double t, Shape sample, float[] xt, float[] x0) {
        /** What the sampler holds, where it draws pictures. */
        public Images noisy() {
            return SampleShapes.pictures(sample, xt);
        }

        /** The model's guess, where the sampler draws pictures. */
        public Images guess() {
            return SampleShapes.pictures(sample, x0);
        }

        /** {@code t = 30}. */
        public String time() {
            return "t = " + GaussianPath.text(t);
        }
    }

    /**
     * A trajectory of at most so many frames; a walk of fewer steps gives a frame a step.
     *
     * @throws IllegalArgumentException when fewer than 2
     */
    public static Trajectory of(int frames) {
        Require.that(frames >= 2, "frames must be at least 2", frames);
        return new Trajectory(frames);
    }

    @Override
    public void onStep(int step, int steps, double t, NDArray xt, NDArray x0) {
        int wanted = Math.min(frames, steps);
        int due = wanted == 1 ? 0 : (int) Math.round(seen.size() * (steps - 1.) / (wanted - 1));
        if (step == due) {
            seen.add(new Frame(t, xt.getShape().slice(1), xt.toFloatArray(), x0.toFloatArray()));
        }
    }

    /** The frames so far, from noise on. */
    public List<Frame> frames() {
        return List.copyOf(seen);
    }

    /** What the sampler held of pictures, frame after frame. */
    public Images noisy() {
        return Images.join(seen.stream().map(Frame::noisy).toList());
    }

    /** The model's guesses of pictures, frame after frame. */
    public Images guesses() {
        return Images.join(seen.stream().map(Frame::guess).toList());
    }
}
