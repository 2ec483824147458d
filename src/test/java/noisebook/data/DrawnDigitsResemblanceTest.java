package noisebook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The evidence that drawn digits resemble handwriting; it runs where the files of MNIST are found. */
@Tag("slow")
final class DrawnDigitsResemblanceTest {
    private static final int SIDE = 14;
    private static final int AREA = SIDE * SIDE;

    /** One nearest neighbour by the cosine of blurred half-size images: 91.7 % was measured. */
    @Test
    void theNearestDrawnDigitNamesARealOne() {
        assumeThat(DataSets.available()).isEqualTo(DataSet.MNIST);
        ImageSet drawn = DataSets.load(DataSet.DRAWN_DIGITS).train().head(10_000);
        ImageSet real = DataSets.load(DataSet.MNIST).test().head(2000);
        float[][] known = features(drawn);
        float[][] asked = features(real);
        long right = IntStream.range(0, real.size())
                .parallel()
                .filter(i -> drawn.label(nearest(known, asked[i])) == real.label(i))
                .count();
        assertThat(right / 2000.).isGreaterThan(.88);
    }

    private static float[][] features(ImageSet set) {
        return IntStream.range(0, set.size())
                .parallel()
                .mapToObj(i -> normalized(blurred(halved(set.select(i).images().values()))))
                .toArray(float[][]::new);
    }

    private static float[] halved(float[] image) {
        float[] half = new float[AREA];
        for (int p = 0; p < image.length; p++) {
            half[p / (2 * SIDE) / 2 * SIDE + p % (2 * SIDE) / 2] += image[p] / 4;
        }
        return half;
    }

    /** The 3×3 binomial filter. */
    private static float[] blurred(float[] image) {
        float[] out = new float[AREA];
        for (int p = 0; p < AREA; p++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int y = p / SIDE + dy;
                    int x = p % SIDE + dx;
                    if (y >= 0 && y < SIDE && x >= 0 && x < SIDE) {
                        out[p] += image[y * SIDE + x] * (2 - Math.abs(dx)) * (2 - Math.abs(dy)) / 16f;
                    }
                }
            }
        }
        return out;
    }

    private static float[] normalized(float[] vector) {
        float norm = (float) Math.sqrt(dot(vector, vector));
        for (int k = 0; k < vector.length; k++) {
            vector[k] /= norm;
        }
        return vector;
    }

    private static int nearest(float[][] known, float[] asked) {
        int best = 0;
        float most = -1;
        for (int k = 0; k < known.length; k++) {
            float cosine = dot(known[k], asked);
            if (cosine > most) {
                most = cosine;
                best = k;
            }
        }
        return best;
    }

    /** Four sums at once, so that the additions need not wait for each other. */
    private static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int k = 0; k < AREA; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        return s0 + s1 + s2 + s3;
    }
}
