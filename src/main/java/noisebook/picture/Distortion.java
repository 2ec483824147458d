package noisebook.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import noisebook.math.ImageLosses;
import noisebook.math.Moments;

/** Ways to spoil a grey image by exactly the same mean squared error, which the eye judges very differently. */
public enum Distortion {
    /** Every pixel brighter by {@code √mse}. */
    SHIFT {
        @Override
        double[] distort(double[] image, int width, double mse) {
            return map(image, pixel -> pixel + Math.sqrt(mse));
        }
    },
    /** Stretched about the mean by {@code 1 + √(mse / variance)}. */
    CONTRAST {
        @Override
        double[] distort(double[] image, int width, double mse) {
            Moments moments = Moments.of(image);
            double stretch = 1 + Math.sqrt(mse / moments.variance());
            return map(image, pixel -> moments.mean() + stretch * (pixel - moments.mean()));
        }
    },
    /** Pixels in random places set to black or white, until no further one fits. */
    SALT_AND_PEPPER {
        @Override
        double[] distort(double[] image, int width, double mse) {
            Random random = new Random(SEED);
            int[] order = IntStream.range(0, image.length).toArray();
            double[] spoilt = image.clone();
            double left = mse * image.length;
            for (int i = order.length - 1; i >= 0; i--) {
                int swap = random.nextInt(i + 1);
                int pixel = order[swap];
                order[swap] = order[i];
                double value = random.nextInt(2);
                double cost = (value - image[pixel]) * (value - image[pixel]);
                if (cost <= left) {
                    spoilt[pixel] = value;
                    left -= cost;
                }
            }
            return spoilt;
        }
    },
    /** Gaussian noise, clipped to [0, 1]; its strength is found by bisection. */
    NOISE {
        @Override
        double[] distort(double[] image, int width, double mse) {
            Random random = new Random(SEED);
            double[] noise = map(image, pixel -> random.nextGaussian());
            return bisect(image, mse, strength -> {
                double[] noisy = new double[image.length];
                Arrays.setAll(noisy, i -> Math.max(0, Math.min(1, image[i] + strength * noise[i])));
                return noisy;
            });
        }
    },
    /** Compressed by the JDK's JPEG encoder; the quality is found by bisection, so the error is only near the one asked for. */
    JPEG {
        @Override
        double[] distort(double[] image, int width, double mse) {
            return bisect(image, mse, badness -> Jpeg.compress(image, width, (float) (1 - badness)));
        }
    },
    /** Gaussian blur, its width found by bisection. */
    BLUR {
        @Override
        double[] distort(double[] image, int width, double mse) {
            return bisect(image, mse, strength -> Blur.gaussian(image, width, MAX_BLUR * strength));
        }
    };

    private static final long SEED = 42;
    private static final double MAX_BLUR = 10; // pixels
    private static final double TOLERANCE = .01;
    private static final int BISECTIONS = 50;

    /**
     * The image with this error, within 1 %.
     *
     * @param image pixels in [0, 1], row by row
     * @param width of a row
     * @param mse error per pixel, above 0
     * @throws IllegalArgumentException if the image cannot be spoilt that much, or that little
     */
    public double[] apply(double[] image, int width, double mse) {
        if (!(mse > 0)) {
            throw new IllegalArgumentException("mse must be above 0, was " + mse);
        }
        double[] spoilt = distort(image, width, mse);
        double error = ImageLosses.mse(image, spoilt);
        if (!(Math.abs(error - mse) <= TOLERANCE * mse)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s cannot reach mse %s on this image: the nearest is %.4g", name(), mse, error));
        }
        return spoilt;
    }

    abstract double[] distort(double[] image, int width, double mse);

    private static double[] map(double[] image, DoubleUnaryOperator f) {
        return Arrays.stream(image).map(f).toArray();
    }

    /** The candidate with the error closest to the one asked for, when the error rises with strength in (0, 1). */
    private static double[] bisect(double[] image, double mse, DoubleFunction<double[]> distortion) {
        double low = 0;
        double high = 1;
        double[] best = distortion.apply(high);
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            double[] candidate = distortion.apply(middle);
            double error = ImageLosses.mse(image, candidate);
            if (Math.abs(error - mse) < Math.abs(ImageLosses.mse(image, best) - mse)) {
                best = candidate;
            }
            if (error < mse) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return best;
    }
}
