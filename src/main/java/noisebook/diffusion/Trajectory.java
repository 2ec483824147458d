package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import noisebook.data.DataSet;
import noisebook.data.Images;
import noisebook.data.PixelRange;

/**
 * The frames of a film of the reverse process: what the sampler held and what the model believed, at evenly spaced steps, the first and the
 * last included. It listens to a sampler.
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
     * @param t timestep
     * @param xt what the sampler holds, row-major
     * @param x0 the model's guess of the clean samples at that moment, row-major
     */
    @SuppressWarnings("ArrayRecordComponent") // shown, never compared
    public record Frame(int t, float[] xt, float[] x0) {
        /** What the sampler holds, where it draws pictures of the size of the digits. */
        public Images noisy() {
            return pictures(xt);
        }

        /** The model's guess, where the sampler draws such pictures. */
        public Images guess() {
            return pictures(x0);
        }

        private static Images pictures(float[] values) {
            return Images.of(1, DataSet.SIDE, DataSet.SIDE, PixelRange.SIGNED, values);
        }
    }

    /**
     * A trajectory of at most so many frames; a walk of fewer steps gives a frame a step.
     *
     * @throws IllegalArgumentException when fewer than 2
     */
    public static Trajectory of(int frames) {
        if (frames < 2) {
            throw new IllegalArgumentException("frames must be at least 2, was " + frames);
        }
        return new Trajectory(frames);
    }

    @Override
    public void onStep(int step, int steps, int t, NDArray xt, NDArray x0) {
        int wanted = Math.min(frames, steps);
        int due = wanted == 1 ? 0 : (int) Math.round(seen.size() * (steps - 1.) / (wanted - 1));
        if (step == due) {
            seen.add(new Frame(t, xt.toFloatArray(), x0.toFloatArray()));
        }
    }

    /** The frames so far, from T down. */
    public List<Frame> frames() {
        return List.copyOf(seen);
    }

    /** The model's guesses of pictures of the size of the digits, frame after frame. */
    public Images guesses() {
        return Images.join(seen.stream().map(Frame::guess).toList());
    }
}
