package noisebook.data;

import java.util.SplittableRandom;

/** A random stream whose values are the same bits on every machine: no library sine, no library bell curve. */
final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** The stream of one member of a family; streams of different members or seeds are unrelated. */
    static Dice of(long seed, long member) {
        return new Dice(new SplittableRandom(new SplittableRandom(seed).nextLong() + member));
    }

    /** Uniform in [low, high). */
    double uniform(double low, double high) {
        return low + (high - low) * ((random.nextLong() >>> 11) * 0x1p-53);
    }

    /** Uniform in 0 … n − 1. */
    int below(int n) {
        return (int) uniform(0, n);
    }

    /** True so often, 0 to 1. */
    boolean chance(double share) {
        return uniform(0, 1) < share;
    }

    /** One of these. */
    int pick(int... of) {
        return of[below(of.length)];
    }

    /** Bell-shaped: the scaled sum of four uniforms, mean 0, standard deviation {@code sigma}, within ±3.5 sigma. */
    double bell(double sigma) {
        return sigma * Math.sqrt(3) * (uniform(0, 1) + uniform(0, 1) + uniform(0, 1) + uniform(0, 1) - 2);
    }
}
