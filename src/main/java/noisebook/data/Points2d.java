package noisebook.data;

import java.util.SplittableRandom;
import java.util.function.Function;
import noisebook.math.Require;

/**
 * Toy data in the plane, small enough to see the whole distribution at once.
 *
 * <p>Each method returns (n, 2): rows of x and y, y upwards. The same seed gives the same points.
 */
public final class Points2d {
    private static final int GAUSSIANS = 8;

    private Points2d() {}

    /**
     * Two circles around the origin with radii 1 and ½, each point with the same chance on either.
     *
     * @param n how many points, at least 1
     * @param noise standard deviation of the Gaussian noise added to x and to y
     * @param seed decides the points
     * @return (n, 2)
     */
    public static double[][] rings(int n, double noise, long seed) {
        return noisy(n, noise, seed, random -> {
            double radius = random.nextBoolean() ? 1 : .5;
            return polar(radius, 2 * Math.PI * random.nextDouble());
        });
    }

    /**
     * Two half circles of radius 1 that reach into each other: the upper one around (−½, −¼), the lower one around
     * (½, ¼).
     *
     * @param n how many points, at least 1
     * @param noise standard deviation of the Gaussian noise added to x and to y
     * @param seed decides the points
     * @return (n, 2), with mean (0, 0)
     */
    public static double[][] moons(int n, double noise, long seed) {
        return noisy(n, noise, seed, random -> {
            double side = random.nextBoolean() ? 1 : -1;
            double[] p = polar(side, Math.PI * random.nextDouble());
            return new double[] {p[0] - side / 2, p[1] - side / 4};
        });
    }

    /**
     * One Archimedean spiral of two turns, from radius 0 to 1.
     *
     * @param n how many points, at least 1
     * @param noise standard deviation of the Gaussian noise added to x and to y
     * @param seed decides the points
     * @return (n, 2)
     */
    public static double[][] spiral(int n, double noise, long seed) {
        return noisy(n, noise, seed, random -> {
            double radius = Math.sqrt(random.nextDouble());
            return polar(radius, 4 * Math.PI * radius);
        });
    }

    /**
     * Eight round Gaussians of equal weight whose centres lie on a circle.
     *
     * @param n how many points, at least 1
     * @param radius of the circle
     * @param sigma standard deviation of each Gaussian along x and along y
     * @param seed decides the points
     * @return (n, 2)
     */
    public static double[][] eightGaussians(int n, double radius, double sigma, long seed) {
        double[][] centres = eightCentres(radius);
        return noisy(n, sigma, seed, random -> centres[random.nextInt(GAUSSIANS)].clone());
    }

    /**
     * The centres of the eight Gaussians, anticlockwise from (radius, 0).
     *
     * @param radius of the circle
     * @return (8, 2)
     */
    public static double[][] eightCentres(double radius) {
        double[][] centres = new double[GAUSSIANS][];
        for (int k = 0; k < GAUSSIANS; k++) {
            centres[k] = polar(radius, 2 * Math.PI * k / GAUSSIANS);
        }
        return centres;
    }

    /**
     * An image as a cloud: a pixel is drawn with a chance proportional to its brightness, and the point falls anywhere
     * in it.
     *
     * @param picture a grey one, not negative, not all 0
     * @param n how many points, at least 1
     * @param seed decides the points
     * @return (n, 2); the longer side of the image spans [−1, 1]
     * @throws IllegalArgumentException when there is not one grey picture, or it is all 0
     */
    public static double[][] ofImage(Images picture, int n, long seed) {
        if (picture.count() != 1 || picture.channels() != 1) {
            throw new IllegalArgumentException("points are drawn from one grey picture, were " + picture);
        }
        float[] image = picture.values();
        int width = picture.width();
        double[] cumulative = new double[image.length];
        double sum = 0;
        for (int p = 0; p < image.length; p++) {
            sum += image[p];
            cumulative[p] = sum;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("the image must not be all 0: its pixels sum to " + sum);
        }
        int height = image.length / width;
        double half = Math.max(height, width) / 2.0;
        double total = sum;
        return noisy(n, 0, seed, random -> {
            int p = pixelAt(cumulative, total * random.nextDouble());
            int row = p / width;
            double x = p - row * width + random.nextDouble();
            double y = row + random.nextDouble();
            return new double[] {(x - width / 2.0) / half, (height / 2.0 - y) / half};
        });
    }

    /** The first pixel whose cumulative sum exceeds the target. */
    private static int pixelAt(double[] cumulative, double target) {
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static double[][] noisy(int n, double noise, long seed, Function<SplittableRandom, double[]> curve) {
        Require.positive("n", n);
        if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the noise must be finite and not negative, was " + noise);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[n][];
        for (int i = 0; i < n; i++) {
            points[i] = curve.apply(random);
            points[i][0] += noise * random.nextGaussian();
            points[i][1] += noise * random.nextGaussian();
        }
        return points;
    }

    private static double[] polar(double radius, double angle) {
        return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
    }
}
