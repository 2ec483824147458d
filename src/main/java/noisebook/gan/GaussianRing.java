package noisebook.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import noisebook.data.Points2d;
import noisebook.math.Doubles;
import noisebook.math.JensenShannon;
import noisebook.math.ModeCoverage;
import noisebook.math.PrecisionRecall;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Eight round Gaussians of equal weight on a circle: the smallest data set on which a GAN can forget a part of it.
 *
 * @param radius of the circle
 * @param sigma standard deviation of each Gaussian along x and along y
 */
public record GaussianRing(double radius, double sigma) {
    private static final int MODES = 8;
    private static final int CELLS = 24;
    private static final int REFERENCE = 1000;
    private static final int NEIGHBOURS = 3;

    /** Checks both. */
    public GaussianRing {
        if (!(radius > 0) || !(sigma > 0)) {
            throw new IllegalArgumentException(
                    "radius and sigma of a ring must be positive, were " + radius + " and " + sigma);
        }
    }

    /** Fresh points (B, 2) for every training step. */
    public Batches batches() {
        return Batches.generated(this::draw);
    }

    NDArray draw(NDManager manager, int n) {
        NDArray modes = manager.randomInteger(0, MODES, new Shape(n), DataType.INT64);
        NDArray centers = Tensors.rows(manager, Points2d.eightCentres(radius)).get(new NDIndex("{}", modes));
        return manager.randomNormal(0, (float) sigma, new Shape(n, 2), DataType.FLOAT32)
                .add(centers);
    }

    /** How many of the modes some samples reach, and how many of the samples are near one; (n, 2), row-major. */
    public ModeCoverage coverage(float[] samples) {
        return ModeCoverage.of(Doubles.rows(samples, 2), Points2d.eightCentres(radius), sigma);
    }

    /** Precision and recall by 3 nearest neighbours against 1,000 points of the ring; (n, 2), row-major. */
    public PrecisionRecall precisionRecall(float[] samples) {
        return PrecisionRecall.of(
                Points2d.eightGaussians(REFERENCE, radius, sigma, 0), Doubles.rows(samples, 2), NEIGHBOURS);
    }

    /**
     * The Jensen–Shannon divergence of samples from the ring, in nats, over 24 × 24 cells (one more cell for all the rest). The ring's
     * share of each cell is exact; samples of the ring itself do not come to 0 either: 1,000 of them to about .03.
     *
     * @param samples (n, 2), row-major
     */
    public double divergence(float[] samples) {
        double[] expected = cellShares();
        double[] counts = new double[expected.length];
        for (double[] point : Doubles.rows(samples, 2)) {
            int column = cell(point[0]);
            int row = cell(point[1]);
            boolean outside = Math.min(column, row) < 0 || Math.max(column, row) >= CELLS;
            counts[outside ? CELLS * CELLS : row * CELLS + column]++;
        }
        return JensenShannon.between(expected, counts);
    }

    private double[] cellShares() {
        double[] shares = new double[CELLS * CELLS + 1];
        double left = 1;
        for (double[] center : Points2d.eightCentres(radius)) {
            double[] columns = lineShares(center[0]);
            double[] rows = lineShares(center[1]);
            for (int i = 0; i < CELLS * CELLS; i++) {
                double share = rows[i / CELLS] * columns[i % CELLS] / MODES;
                shares[i] += share;
                left -= share;
            }
        }
        shares[CELLS * CELLS] = Math.max(0, left);
        return shares;
    }

    /** The share of N(center, sigma²) in each of the cells of one axis. */
    private double[] lineShares(double center) {
        NormalDistribution normal = NormalDistribution.of(center, sigma);
        double[] shares = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            shares[i] = normal.probability(
                    (double) i / CELLS * 2 * reach() - reach(), (i + 1.) / CELLS * 2 * reach() - reach());
        }
        return shares;
    }

    private int cell(double coordinate) {
        return (int) Math.floor((coordinate + reach()) / (2 * reach()) * CELLS);
    }

    private double reach() {
        return radius + 4 * sigma;
    }
}
