package noisebook.edit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.gan.style.StyleGenerator;
import noisebook.math.Require;
import noisebook.tensor.Compute;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Objective;
import noisebook.train.Optimizer;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/**
 * Drags a point of a drawn picture to another place, by moving its w (Pan et al. 2023, "Drag Your GAN"). In each step the maps of the generator near the handle are asked to be one pixel
 * further towards the target than they are (the mean of {@code |F(q + d) − F(q)|} over the pixels q around the handle, F(q) held fixed); then the handle is looked for again, as the nearby pixel whose
 * maps are most like those with which it set out.
 *
 * <p>The paper's radii of 3 and 12 of 512 pixels would be less than one of ours: here a handle is the square of 3×3 pixels around a point, and it is looked for up to 2 pixels away.
 */
public final class Drag {
    private static final int FEATURES = 4; // the layer whose maps are asked: the first at 28×28
    private static final int MOVING = 4; // layers whose w moves; the others keep theirs
    private static final int AROUND = 1; // pixels on each side of a handle that are moved with it
    private static final int SEARCH = 2; // pixels on each side in which a handle is looked for
    private static final double KEEP = 4; // weight of what shall stay
    private static final double RATE = .02;
    private static final double NEAR = 1; // pixels, at which a handle has arrived

    private final Drawn drawn;
    private final double[] w;
    private final int side;

    private Drag(Drawn drawn, double[] w) {
        this.drawn = drawn;
        this.w = w;
        float[] picture = picture(new double[][] {w});
        side = (int) Math.round(Math.sqrt(picture.length));
    }

    /** A square grey picture that depends on a code, and what is seen at each of its pixels. */
    public interface Drawn {
        /**
         * What is seen.
         *
         * @param w (1, d)
         * @return (1, C, side, side), differentiable by w
         */
        NDArray maps(NDArray w);

        /**
         * The picture.
         *
         * @param w (1, d)
         * @return (1, 1, side, side) in [−1, 1]
         */
        NDArray picture(NDArray w);
    }

    /** On the picture of a code. */
    public static Drag on(Drawn drawn, double[] w) {
        return new Drag(drawn, w);
    }

    /**
     * On the picture of a w. The first four layers set out from it, and then each has a w of its own, 256 numbers in all; the last two layers, of 28×28, keep theirs.
     *
     * @param seed decides what the noise inputs leave to chance
     */
    public static Drag on(StyleGenerator generator, double[] w, long seed) {
        return on(
                new Drawn() {
                    private NDArray styles(NDArray moving) {
                        Compute.seed(seed, FEATURES);
                        NDArray still = generator.everywhere(Tensors.rows(moving.getManager(), new double[][] {w}));
                        NDArray first = moving.reshape(1, MOVING, StyleGenerator.LATENT);
                        return first.concat(still.get(":, " + MOVING + ":"), 1);
                    }

                    @Override
                    public NDArray maps(NDArray moving) {
                        return generator.maps(styles(moving), FEATURES);
                    }

                    @Override
                    public NDArray picture(NDArray moving) {
                        return generator.draw(styles(moving));
                    }
                },
                IntStream.range(0, MOVING)
                        .mapToObj(layer -> w)
                        .flatMapToDouble(Arrays::stream)
                        .toArray());
    }

    /** On the picture that a drag has come to. */
    public Drag on(Step step) {
        return new Drag(drawn, step.w());
    }

    /** The picture from which it sets out, one image. */
    public Images picture() {
        return images(new double[][] {w});
    }

    private Images images(double[][] code) {
        return Images.of(1, side, side, PixelRange.SIGNED, picture(code)).in(PixelRange.UNIT);
    }

    private float[] picture(double[][] code) {
        return Scope.floats(manager -> drawn.picture(Tensors.rows(manager, code)));
    }

    /**
     * A place in the picture.
     *
     * @param x pixels from the left, from 0
     * @param y pixels from the top, from 0
     */
    public record Point(int x, int y) {
        /** In pixels. */
        public double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    /**
     * Where a drag stands after a step.
     *
     * @param w where the code stands, of as many numbers as are moved
     * @param handle where the point is now
     * @param picture one image
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Step(double[] w, Point handle, Images picture) {}

    /**
     * Drags until the handle is within a pixel of the target.
     *
     * @param from the handle
     * @param to the target
     * @param free a number for each pixel, 1 where the picture may change and 0 where it shall stay; all 1 for no mask
     * @param most steps at most
     * @return all steps, the start first
     */
    public List<Step> run(Point from, Point to, double[] free, int most) {
        return run(from, to, free, most, step -> {});
    }

    /**
     * The same.
     *
     * @param seen is given each step as it is done, the start first
     */
    public List<Step> run(Point from, Point to, double[] free, int most, Consumer<Step> seen) {
        inside("the handle", from);
        inside("the target", to);
        Require.that(free.length == side * side, "the mask must have " + side * side + " numbers", free.length);
        MovingCodes moving = new MovingCodes(new double[][] {w});
        Search search = new Search(moving, from, to, free);
        List<Step> steps = new ArrayList<>(List.of(search.step()));
        seen.accept(steps.get(0));
        if (from.distance(to) <= NEAR) {
            return steps;
        }
        TrainingOptions options = TrainingOptions.of(most, 1, RATE)
                .withOptimizer(Optimizer.adam(.9, .999))
                .withReportEvery(1);
        TrainingLoop loop = TrainingLoop.of(
                moving,
                Batches.generated((manager, n) -> manager.zeros(new Shape(n))),
                Objective.ofStep(search::loss),
                options);
        loop.run((now, log) -> {
            search.find();
            steps.add(search.step());
            seen.accept(steps.get(steps.size() - 1));
            if (search.handle.distance(to) <= NEAR) {
                loop.stop();
            }
        });
        return steps;
    }

    private void inside(String what, Point point) {
        Require.that(
                point.x() >= 0 && point.x() < side && point.y() >= 0 && point.y() < side,
                what + " must lie in the picture, both numbers in 0.." + (side - 1),
                point);
    }

    private final class Search {
        private final MovingCodes moving;
        private final Point target;
        private final double[] free;
        private final float[] first; // maps at the start, (C, side, side)
        private final Point from;
        private Point handle;

        Search(MovingCodes moving, Point from, Point target, double[] free) {
            this.moving = moving;
            this.from = from;
            this.target = target;
            this.free = free;
            handle = from;
            first = Scope.floats(this::maps);
        }

        private NDArray maps(NDManager manager) {
            return drawn.maps(moving.value(manager));
        }

        /** What motion supervision asks for. */
        Loss loss(int step, NDList batch, NDManager random) {
            NDArray maps = maps(random);
            double far = Math.max(handle.distance(target), 1e-9);
            double pixel = 2.0 / (side - 1);
            float dx = (float) ((target.x() - handle.x()) / far * pixel);
            float dy = (float) ((target.y() - handle.y()) / far * pixel);
            NDArray move = random.create(new float[] {1, 0, dx, 0, 1, dy}, new Shape(1, 2, 3));
            NDArray around = random.create(window(), new Shape(1, 1, side, side));
            NDArray asked = Ops.warp(maps, move)
                    .sub(maps.stopGradient())
                    .abs()
                    .mul(around)
                    .sum();
            NDArray numbers = around.sum().mul(random.create((float) maps.size(1)));
            NDArray held = random.create(held(), new Shape(1, 1, side, side));
            NDArray changed = maps.sub(random.create(first, maps.getShape()))
                    .abs()
                    .mul(held)
                    .mean();
            return Loss.of(asked.div(numbers).add(Ops.scale(changed, KEEP)));
        }

        private float[] window() {
            float[] window = new float[side * side];
            for (int y = Math.max(0, handle.y() - AROUND); y <= Math.min(side - 1, handle.y() + AROUND); y++) {
                for (int x = Math.max(0, handle.x() - AROUND); x <= Math.min(side - 1, handle.x() + AROUND); x++) {
                    window[y * side + x] = 1;
                }
            }
            return window;
        }

        private float[] held() {
            float[] held = new float[free.length];
            for (int i = 0; i < held.length; i++) {
                held[i] = (float) (1 - free[i]);
            }
            return held;
        }

        /** Point tracking: the nearby pixel whose maps are most like those of the handle at the start. */
        void find() {
            float[] now = Scope.floats(this::maps);
            Point best = handle;
            double least = Double.POSITIVE_INFINITY;
            for (int y = Math.max(0, handle.y() - SEARCH); y <= Math.min(side - 1, handle.y() + SEARCH); y++) {
                for (int x = Math.max(0, handle.x() - SEARCH); x <= Math.min(side - 1, handle.x() + SEARCH); x++) {
                    double unlike = 0;
                    for (int c = 0; c < now.length; c += side * side) {
                        unlike += Math.abs(now[c + y * side + x] - first[c + from.y() * side + from.x()]);
                    }
                    if (unlike < least) {
                        least = unlike;
                        best = new Point(x, y);
                    }
                }
            }
            handle = best;
        }

        Step step() {
            double[][] code = moving.rows();
            return new Step(code[0], handle, images(code));
        }
    }
}
