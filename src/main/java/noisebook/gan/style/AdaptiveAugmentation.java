package noisebook.gan.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.math.Doubles;
import noisebook.math.Require;
import noisebook.nn.Init;
import noisebook.nn.Network;
import noisebook.nn.Parameter;
import noisebook.tensor.Compute;
import noisebook.tensor.GradMode;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/**
 * Changes pictures before the discriminator sees them, each in each way with probability p, and finds p itself (Karras et al. 2020, "Training GANs with limited data"): r, the mean sign of
 * the logits of real pictures, is 0 for a discriminator that knows nothing and 1 for one that knows its pictures by heart. p grows while r is above .6 and shrinks while it is below.
 * As p stays below 1, a generator that paints changed pictures is found out.
 *
 * <p>The ways suit digits: shifts of up to 3 pixels, turns of up to 15°, sizes between .85 and 1.15, more or less ink, and a square of 9 pixels cut out. Each is differentiable.
 */
public final class AdaptiveAugmentation extends Network {
    /** The r at which p stays. */
    public static final double TARGET = .6;

    private static final int INTERVAL = 4; // steps between two changes of p
    private static final double SHIFT = 3 / 13.5; // of half the side between the first pixel and the last
    private static final double TURN = Math.toRadians(15);
    private static final double STRETCH = .15;
    private static final double INK = .3;
    private static final double CUT = 9 / 27.0; // half a side of the square, of half the side of the image

    private static final long STREAM = -4; // of random numbers that no training step uses

    private final double length;
    private final Parameter p;
    private final Parameter heard; // sum of r, and of how many steps

    /**
     * Declares the augmentation.
     *
     * @param length pictures in which p could go from 0 to 1; infinite for none
     */
    public AdaptiveAugmentation(double length) {
        Require.that(length > 0, "length must be positive", length);
        this.length = length;
        p = buffer("p", Init.constant(0), 1);
        heard = buffer("heard", Init.constant(0), 2);
    }

    /** p, in [0, 1]. */
    public double p() {
        return Tensors.floats(p.value())[0];
    }

    /**
     * Changes pictures.
     *
     * @param images (N, 1, H, W) in [−1, 1], −1 for no ink
     * @param random decides which are changed, and how
     */
    NDArray apply(NDArray images, NDManager random) {
        double now = p();
        return now == 0 ? images : changed(images, now, random);
    }

    /**
     * Pictures as a discriminator sees them.
     *
     * @param images in [0, 1]
     * @param p probability of each change
     * @param seed decides which are changed, and how
     * @return clipped to [0, 1]
     */
    public static Images changed(Images images, double p, long seed) {
        Require.that(p >= 0 && p <= 1, "p must be in [0, 1]", p);
        float[] values = Scope.floats(manager -> {
            Compute.seed(seed, STREAM);
            return changed(Tensors.signed(Tensors.images(manager, images)), p, manager);
        });
        return Images.of(1, images.height(), images.width(), PixelRange.SIGNED, values)
                .in(PixelRange.UNIT)
                .clipped();
    }

    /** The same with a given p. */
    static NDArray changed(NDArray images, double p, NDManager random) {
        long n = images.size(0);
        Dice dice = new Dice(random, n, p);
        NDArray angle = dice.between(-TURN, TURN);
        NDArray size = dice.between(-STRETCH, STRETCH).add(1);
        NDArray cos = angle.cos().mul(size);
        NDArray sin = angle.sin().mul(size);
        NDArray moves = NDArrays.concat(
                        new NDList(cos, sin.neg(), dice.between(-SHIFT, SHIFT), sin, cos, dice.between(-SHIFT, SHIFT)),
                        1)
                .reshape(n, 2, 3);
        NDArray ink = Ops.warp(images.add(images.onesLike()), moves);
        NDArray strength = dice.between(-INK, INK).add(1).reshape(n, 1, 1, 1);
        return ink.mul(strength).mul(dice.holes(images)).sub(images.onesLike());
    }

    /** Hears what the discriminator says of real pictures, (N, 1), and after every fourth time moves p. */
    void hear(NDArray realLogits) {
        try (GradMode off = GradMode.off()) {
            float[] before = Tensors.floats(heard.value());
            double sum = before[0]
                    + Tensors.floats(realLogits.stopGradient().sign().mean().reshape(1))[0];
            double count = before[1] + 1;
            if (count == INTERVAL) {
                double step = INTERVAL * realLogits.size(0) / length;
                set(p, Math.min(1, Math.max(0, p() + step * Math.signum(sum / count - TARGET))));
                set(heard, 0, 0);
            } else {
                set(heard, sum, count);
            }
        }
    }

    private static void set(Parameter parameter, double... values) {
        NDArray now = parameter.value();
        NDArray made = now.getManager().create(Doubles.floats(new double[][] {values}));
        Tensors.copy(made, now);
        made.close();
    }

    /** Draws what happens to each of n pictures: with probability p a number between two others, else 0. */
    private record Dice(NDManager random, long n, double p) {
        NDArray between(double low, double high) {
            return random.randomUniform((float) low, (float) high, new Shape(n, 1))
                    .mul(hits());
        }

        private NDArray hits() {
            return random.randomUniform(0, 1, new Shape(n, 1)).lt(p).toType(DataType.FLOAT32, false);
        }

        /** 0 inside a square for those that are hit, else 1. */
        NDArray holes(NDArray images) {
            NDArray inside = near(images.size(2))
                    .reshape(n, 1, -1, 1)
                    .mul(near(images.size(3)).reshape(n, 1, 1, -1));
            return inside.mul(hits().reshape(n, 1, 1, 1)).neg().add(1);
        }

        private NDArray near(long side) {
            NDArray middle = random.randomUniform(-1, 1, new Shape(n, 1));
            return random.linspace(-1, 1, (int) side)
                    .reshape(1, side)
                    .sub(middle)
                    .abs()
                    .lt(CUT)
                    .toType(DataType.FLOAT32, false);
        }
    }
}
