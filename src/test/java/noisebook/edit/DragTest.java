package noisebook.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import noisebook.edit.Drag.Point;
import noisebook.edit.Drag.Step;
import noisebook.gan.style.StyleGenerator;
import noisebook.gan.style.Styling;
import noisebook.tensor.Ops;
import org.junit.jupiter.api.Test;

final class DragTest {
    private static final int SIDE = 28;
    private static final double[] ALL_FREE = mask(i -> true);

    /** Two round blobs, the first at (10 + 10 w₀, 10 + 10 w₁), the second at (20 + 10 w₂, 20 + 10 w₃), and how far up and how far left each pixel of them is. */
    private static final class Blobs implements Drag.Drawn {
        @Override
        public NDArray picture(NDArray w) {
            return Ops.scale(blob(w, 0, 10).add(blob(w, 2, 20)), 2).sub(1);
        }

        @Override
        public NDArray maps(NDArray w) {
            return blob(w, 0, 10).concat(blob(w, 2, 20), 1);
        }

        private static NDArray blob(NDArray w, int first, int middle) {
            NDArray along = w.getManager().arange((float) SIDE);
            NDArray x = along.reshape(1, 1, 1, SIDE).sub(place(w, first, middle));
            NDArray y = along.reshape(1, 1, SIDE, 1).sub(place(w, first + 1, middle));
            return Ops.scale(x.square().add(y.square()), -1 / 18.).exp();
        }

        private static NDArray place(NDArray w, int k, int middle) {
            return Ops.scale(w.get(":, " + k), 10).add(middle).reshape(new Shape(1, 1, 1, 1));
        }
    }

    private static double[] mask(IntPredicate free) {
        return IntStream.range(0, SIDE * SIDE)
                .mapToDouble(i -> free.test(i) ? 1 : 0)
                .toArray();
    }

    private static List<Step> drag(Point from, Point to, double[] free) {
        return Drag.on(new Blobs(), new double[4]).run(from, to, free, 150);
    }

    @Test
    void aBlobComesWithinAPixelOfTheTarget() {
        Point target = new Point(15, 7);
        List<Step> steps = drag(new Point(10, 10), target, ALL_FREE);
        Step end = steps.get(steps.size() - 1);
        assertThat(steps.get(0).handle()).isEqualTo(new Point(10, 10));
        assertThat(end.handle().distance(target)).isLessThanOrEqualTo(1);
        assertThat(Math.hypot(10 + 10 * end.w()[0] - target.x(), 10 + 10 * end.w()[1] - target.y()))
                .isLessThan(1.5);
        double[] pixels = end.picture().row(0);
        int brightest = IntStream.range(0, SIDE * 14)
                .reduce((a, b) -> pixels[b] > pixels[a] ? b : a)
                .getAsInt();
        assertThat(new Point(brightest % SIDE, brightest / SIDE).distance(target))
                .isLessThan(2);
    }

    @Test
    void whatTheMaskHoldsMovesLess() {
        double[] corner = mask(i -> i % SIDE < 16 && i / SIDE < 16);
        Point target = new Point(13, 8);
        List<Step> freely = drag(new Point(10, 10), target, ALL_FREE);
        List<Step> held = drag(new Point(10, 10), target, corner);
        Step end = held.get(held.size() - 1);
        assertThat(end.handle().distance(target)).isLessThanOrEqualTo(1);
        assertThat(moved(end)).isLessThan(.5 * moved(freely.get(freely.size() - 1)));
    }

    /** How far the second blob has gone. */
    private static double moved(Step step) {
        return Math.hypot(step.w()[2], step.w()[3]);
    }

    @Test
    void theFirstLayersOfAGeneratorMoveEachForItselfAndTheLastKeepTheirs() {
        StyleGenerator generator = new StyleGenerator(4, Styling.DEMODULATION);
        generator.initialize(1);
        generator.freeze(true);
        double[] w = generator.map(generator.codes(1, 1))[0];
        Drag drag = Drag.on(generator, w, 1);
        assertThat(drag.picture()).isEqualTo(generator.draw(new double[][] {w}, 1));
        List<Step> seen = new ArrayList<>();
        List<Step> steps = drag.run(new Point(10, 10), new Point(20, 10), ALL_FREE, 3, seen::add);
        assertThat(seen).isEqualTo(steps).hasSize(4);
        Step end = steps.get(3);
        assertThat(end.w()).hasSize(4 * StyleGenerator.LATENT);
        assertThat(Arrays.copyOf(end.w(), StyleGenerator.LATENT))
                .isNotEqualTo(Arrays.copyOfRange(end.w(), StyleGenerator.LATENT, 2 * StyleGenerator.LATENT));
        assertThat(drag.on(end).picture()).isEqualTo(end.picture());
    }

    @Test
    void aHandleThatIsThereNeedsNoStepOfItsOwnAndOneOutsideIsRefused() {
        assertThat(drag(new Point(10, 10), new Point(10, 11), ALL_FREE)).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drag(new Point(28, 3), new Point(1, 1), ALL_FREE))
                .withMessageContaining("the handle must lie in the picture")
                .withMessageContaining("28");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drag(new Point(1, 3), new Point(1, 1), Arrays.copyOf(ALL_FREE, 5)))
                .withMessage("the mask must have 784 numbers, was 5");
    }
}
