package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

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
    public record Frame(int t, float[] xt, float[] x0) {}

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

    /** The model's guesses of x_0, frame after frame, each row-major. */
    public float[] guesses() {
        int size = seen.get(0).x0().length;
        float[] guesses = new float[seen.size() * size];
        for (int i = 0; i < seen.size(); i++) {
            System.arraycopy(seen.get(i).x0(), 0, guesses, i * size, size);
        }
        return guesses;
    }
}
