package noisebook.touch;

import java.awt.image.BufferedImage;
import noisebook.math.GaussianKl;

/** The KL divergence of a cloud from the standard bell curve: one moves μ and σ and sees its three terms. */
public final class TollBoard {
    private static final double[][] PROBES = {{1.2, .4}, {-.5, 2}, {0, .1}};

    private TollBoard() {}

    /** The figure, with a picture for where it cannot move. */
    public static Touch of(BufferedImage still) {
        double[][] terms = new double[PROBES.length][];
        for (int i = 0; i < terms.length; i++) {
            GaussianKl kl = GaussianKl.toStandard(PROBES[i][0], 2 * Math.log(PROBES[i][1]));
            terms[i] = new double[] {kl.mean(), kl.variance(), kl.logVariance()};
        }
        return Touch.of(
                        "The toll of a cloud, in your hands",
                        "Make a cloud in the centre (μ = 0) whose toll is 1 nat. There are two.",
                        "toll",
                        still)
                .with("probes", PROBES)
                .with("terms", terms);
    }
}
