package noisebook.gan.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.math.Doubles;
import noisebook.math.Require;
import noisebook.nn.Init;
import noisebook.nn.ModulatedConv2d;
import noisebook.nn.Network;
import noisebook.nn.Parameter;
import noisebook.tensor.Compute;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/**
 * A generator that starts from the same learned 7×7 maps for every picture and is told by w, layer by layer, what to make of them: z of N(0, I), (N, 64), to w, (N, 64), to 28×28 grey
 * images in [−1, 1].
 *
 * <p>There are six layers, two at each of 7×7, 14×14 and 28×28, and so a picture has six places for a w. At each of the three sizes an image is painted; they are doubled
 * in size and added up, and a tanh bends the sum into [−1, 1], for most of a digit is exactly black. A smaller one stops at 7×7 or 14×14 and can be grown.
 */
public final class StyleGenerator extends Network {
    /** Size of z and of w. */
    public static final int LATENT = MappingNetwork.SIZE;

    private static final int SIZES = 3;
    private static final int START = 7;
    private static final long SAMPLING = -2; // streams of random numbers that no training step uses
    private static final long NOISE = -3;

    private final int sizes;
    private final MappingNetwork mapping;
    private final Parameter start;
    private final List<StyleLayer> layers = new ArrayList<>();
    private final List<ModulatedConv2d> paint = new ArrayList<>(); // one at each size
    private final Parameter pathLength;

    /**
     * Declares the network.
     *
     * @param width C: there are 4C maps of 7×7, 2C of 14×14, C of 28×28
     */
    public StyleGenerator(int width, Styling styling) {
        this(width, styling, SIZES);
    }

    /**
     * Declares a network that may stop at smaller images.
     *
     * @param sizes 1 for images of 7×7, 2 for 14×14, 3 for 28×28
     */
    public StyleGenerator(int width, Styling styling, int sizes) {
        Require.that(sizes >= 1 && sizes <= SIZES, "sizes must be 1, 2 or 3", sizes);
        this.sizes = sizes;
        mapping = child("mapping", new MappingNetwork());
        start = parameter("start", Init.normal(1), 1, 4L * width, START, START);
        int in = 4 * width;
        for (int i = 0; i < layers(); i++) {
            int out = (4 * width) >> level(i);
            layers.add(child("layer" + i, new StyleLayer(in, out, styling)));
            if (i % 2 == 1) {
                paint.add(
                        child("paint" + level(i), ModulatedConv2d.withoutDemodulation(out, 1, 1, MappingNetwork.SIZE)));
            }
            in = out;
        }
        pathLength = buffer("pathLength", Init.constant(0), 1);
    }

    /** Layers that are told a w: 6, or fewer of smaller images. */
    public int layers() {
        return 2 * sizes;
    }

    /** Pixels a side of the images that are drawn: 28, or fewer. */
    public int side() {
        return side(sizes);
    }

    static int side(int sizes) {
        return START << (sizes - 1);
    }

    private static int level(int layer) {
        return layer / 2;
    }

    /** w of each z, (N, 64) to (N, 64). */
    public NDArray map(NDArray z) {
        return mapping.forward(z);
    }

    /** The same w in every layer: (N, 64) to (N, {@link #layers}, 64). */
    public NDArray everywhere(NDArray w) {
        return w.expandDims(1).broadcast(w.size(0), layers(), LATENT);
    }

    /**
     * w̄ + ψ (w − w̄), which draws what is rare towards what is usual (Karras et al. 2019, appendix B).
     *
     * @param w (N, 64)
     * @param psi ψ, 1 for w itself
     */
    public NDArray truncated(NDArray w, double psi) {
        NDArray middle = w.zerosLike().add(mapping.mean());
        return middle.add(Ops.scale(w.sub(middle), psi));
    }

    /**
     * Styles that come from one w up to a layer and from another one from there on (Karras et al. 2019, section 3.1).
     *
     * @param coarse styles of the first layers, (N, {@link #layers}, 64)
     * @param fine styles of the others, the same shape
     * @param from the first layer that follows {@code fine}, from 0 to {@link #layers}
     */
    public NDArray mixed(NDArray coarse, NDArray fine, int from) {
        Require.that(from >= 0 && from <= layers(), "the layer must be in 0.." + layers(), from);
        if (from == 0 || from == layers()) {
            return from == 0 ? fine : coarse;
        }
        return coarse.get(new NDIndex(":, :" + from)).concat(fine.get(new NDIndex(":, " + from + ":")), 1);
    }

    /**
     * Draws.
     *
     * @param styles a w for each layer, (N, {@link #layers}, 64)
     * @return (N, 1, {@link #side}, {@link #side}) in [−1, 1]
     */
    public NDArray draw(NDArray styles) {
        return draw(styles, 1);
    }

    /**
     * Draws while the last size is faded in.
     *
     * @param fade α: how much of the image of the last size is added to that of the sizes before, from 0 to 1
     */
    public NDArray draw(NDArray styles, double fade) {
        return painted(styles, sizes, fade);
    }

    private NDArray painted(NDArray styles, int upTo, double fade) {
        Tensors.requireShape("styles", styles, -1, layers(), LATENT);
        NDArray h = started(styles);
        NDArray image = h.zerosLike().get(":, 0:1");
        for (int size = 0; size < sizes; size++) {
            if (size > 0) {
                h = Ops.upsample2x(h);
                image = Ops.upsample2x(image);
            }
            h = styled(styled(h, styles, 2 * size), styles, 2 * size + 1);
            if (size < upTo) {
                NDArray own = painted(h, styles, size);
                image = image.add(size > 0 && size == sizes - 1 && fade < 1 ? Ops.scale(own, fade) : own);
            }
        }
        return image.tanh();
    }

    /**
     * The maps of a layer, before anything is painted from them.
     *
     * @param styles a w for each layer, (N, {@link #layers}, 64)
     * @param layer from 0 to {@link #layers} − 1
     * @return (N, C, H, W)
     */
    public NDArray maps(NDArray styles, int layer) {
        NDArray h = started(styles);
        for (int i = 0; i <= layer; i++) {
            h = styled(i % 2 == 0 && i > 0 ? Ops.upsample2x(h) : h, styles, i);
        }
        return h;
    }

    private NDArray started(NDArray styles) {
        Shape maps = new Shape(styles.size(0), start.shape().get(1), START, START);
        return styles.getManager().zeros(maps).add(start.value());
    }

    private NDArray styled(NDArray h, NDArray styles, int layer) {
        return layers.get(layer).forward(h, styles.get(":, " + layer));
    }

    private NDArray painted(NDArray h, NDArray styles, int size) {
        return paint.get(size).forward(h, styles.get(":, " + (2 * size + 1)));
    }

    /** Styles as in training, of fresh z: with probability {@code mixing} a picture's layers follow two of them, with a border drawn anew. */
    NDArray styles(NDManager random, long n, double mixing) {
        NDArray one = everywhere(map(random.randomNormal(new Shape(n, LATENT))));
        if (sizes == 1 || mixing == 0) {
            return one;
        }
        NDArray other = everywhere(map(random.randomNormal(new Shape(n, LATENT))));
        NDArray border = random.randomUniform(1, layers(), new Shape(n, 1, 1)).floor();
        NDArray never =
                random.randomUniform(0, 1, new Shape(n, 1, 1)).gte(mixing).toType(border.getDataType(), false);
        NDArray layer = random.arange((float) layers()).reshape(1, layers(), 1);
        NDArray first = layer.lt(border.add(Ops.scale(never, layers()))).toType(border.getDataType(), false);
        return other.add(one.sub(other).mul(first));
    }

    /** The running mean of the length of a path, (1); see {@link PathLength}. */
    NDArray pathLength() {
        return pathLength.value();
    }

    /** {@code n} draws of z, n rows of 64; the same seed gives the same ones. */
    public double[][] codes(int n, long seed) {
        float[] z = Scope.floats(manager -> {
            Compute.seed(seed, SAMPLING);
            return manager.randomNormal(new Shape(n, LATENT));
        });
        return Doubles.rows(z, LATENT);
    }

    /** w of each z: n rows of 64 to n rows of 64. */
    public double[][] map(double[][] z) {
        return Doubles.rows(Tensors.map(Doubles.floats(z), new Shape(LATENT), this::map), LATENT);
    }

    /** The mean of w along the training, 64 numbers: the middle to which {@link #truncated} draws. */
    public double[] middle() {
        return Doubles.rows(Tensors.floats(mapping.mean()), LATENT)[0];
    }

    /** {@link #truncated(NDArray, double)} for rows of w. */
    public double[][] truncated(double[][] w, double psi) {
        return Doubles.rows(Tensors.map(Doubles.floats(w), new Shape(LATENT), some -> truncated(some, psi)), LATENT);
    }

    /**
     * Draws the same w in every layer.
     *
     * @param w n rows of 64
     * @param seed decides what the noise inputs leave to chance
     */
    public Images draw(double[][] w, long seed) {
        return draw(w, w, layers(), seed);
    }

    /**
     * Draws one w in the first layers and another one in the others.
     *
     * @param coarse n rows of 64
     * @param fine as many rows
     * @param from the first layer that follows {@code fine}, from 0 to {@link #layers}
     * @param seed decides what the noise inputs leave to chance
     */
    public Images draw(double[][] coarse, double[][] fine, int from, long seed) {
        Require.that(coarse.length == fine.length, "there must be as many fine w as coarse ones", fine.length);
        double[][] both = new double[coarse.length][];
        Arrays.setAll(
                both,
                i -> DoubleStream.concat(Arrays.stream(coarse[i]), Arrays.stream(fine[i]))
                        .toArray());
        return images(
                Doubles.floats(both),
                new Shape(2, LATENT),
                seed,
                pair -> draw(mixed(everywhere(pair.get(":, 0")), everywhere(pair.get(":, 1")), from)));
    }

    /**
     * Draws what is painted at the first sizes alone, enlarged.
     *
     * @param w n rows of 64
     * @param upTo how many sizes, from 1
     * @param seed decides what the noise inputs leave to chance
     */
    public Images sketch(double[][] w, int upTo, long seed) {
        Require.that(upTo >= 1 && upTo <= sizes, "the sizes must be in 1.." + sizes, upTo);
        return images(Doubles.floats(w), new Shape(LATENT), seed, some -> painted(everywhere(some), upTo, 1));
    }

    private Images images(float[] rows, Shape row, long seed, UnaryOperator<NDArray> draw) {
        Compute.seed(seed, NOISE);
        return Images.of(1, side(), side(), PixelRange.SIGNED, Tensors.map(rows, row, draw))
                .in(PixelRange.UNIT);
    }

    /**
     * {@link #maps(NDArray, int)} of one picture.
     *
     * @param w 64 numbers
     * @param layer from 0 to {@link #layers} − 1
     * @param seed decides what the noise inputs leave to chance
     * @return one picture a map, its numbers as they are
     */
    public Images maps(double[] w, int layer, long seed) {
        Require.that(layer >= 0 && layer < layers(), "the layer must be in 0.." + (layers() - 1), layer);
        Compute.seed(seed, NOISE);
        float[] values = Scope.floats(manager -> maps(everywhere(Tensors.rows(manager, new double[][] {w})), layer));
        int size = side(level(layer) + 1);
        return Images.grey(size, size, values);
    }

    /** {@code n} images of fresh z; the same seed gives the same ones. */
    public Images generate(int n, long seed) {
        return draw(map(codes(n, seed)), seed);
    }

    @Override
    public Optional<NDArray> fingerprint(NDManager manager) {
        Compute.seed(1, SAMPLING);
        return Optional.of(draw(everywhere(map(manager.linspace(-2, 2, LATENT).reshape(1, -1)))));
    }
}
