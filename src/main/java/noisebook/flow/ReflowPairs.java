package noisebook.flow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import noisebook.denoising.Condition;
import noisebook.denoising.Denoiser;
import noisebook.denoising.Sampler;
import noisebook.denoising.SamplingListener;
import noisebook.tensor.Compute;
import noisebook.train.Batches;

/**
 * What reflow trains on (Liu et al. 2023, algorithm 1): pairs of a noise and the sample that a model makes of it, kept together. With each of the first batches a few
 * more are made, then all are there.
 */
final class ReflowPairs implements Batches.Numbered {
    private static final int AT_ONCE = 64;

    private final Denoiser teacher;
    private final Sampler walk;
    private final int classes;
    private final int parts;
    private final List<Part> made = new ArrayList<>();

    /** Pairs that are made together. */
    @SuppressWarnings("ArrayRecordComponent") // asked, never compared
    private record Part(float[] samples, float[] noise) {}

    /**
     * Nothing is made yet.
     *
     * @param count of pairs, about
     * @param classes that the teacher draws, in turn
     */
    ReflowPairs(Denoiser teacher, Sampler walk, int count, int classes) {
        this.teacher = teacher;
        this.walk = walk;
        this.classes = classes;
        parts = Math.max(1, count / AT_ONCE);
    }

    /** Samples (B, …) on the model's scale, their noises (B, …), their classes (B). */
    @Override
    public NDList at(long index, int size, long seed, NDManager step) {
        makeUpTo((int) Math.min(index + 1, parts), seed);
        Compute.seed(seed, index); // walks have thrown dice of their own
        int numbers = (int) teacher.sampleShape().size();
        float[] samples = new float[size * numbers];
        float[] noises = new float[size * numbers];
        long[] labels = new long[size];
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index);
        for (int i = 0; i < size; i++) {
            Part part = made.get(random.nextInt(made.size()));
            int place = random.nextInt(AT_ONCE);
            System.arraycopy(part.samples, place * numbers, samples, i * numbers, numbers);
            System.arraycopy(part.noise, place * numbers, noises, i * numbers, numbers);
            labels[i] = place % classes;
        }
        Shape shape = new Shape(size).addAll(teacher.sampleShape());
        NDArray x0 = step.create(samples, shape);
        return new NDList(x0, step.create(noises, shape), step.create(labels));
    }

    /** A training ends between its steps: an interruption in a walk is put off until there. */
    private void makeUpTo(int count, long seed) {
        boolean interrupted = false;
        while (made.size() < count) {
            try {
                made.add(make(seed * parts + made.size()));
            } catch (CancellationException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Part make(long seed) {
        int[] asked = new int[AT_ONCE];
        Arrays.setAll(asked, i -> i % classes);
        float[] samples = walk.sample(teacher, AT_ONCE, Condition.classes(asked), seed, SamplingListener.NONE);
        return new Part(samples, Sampler.noise(teacher, AT_ONCE, seed));
    }
}
