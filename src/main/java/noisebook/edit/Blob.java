package noisebook.edit;

import ai.djl.ndarray.NDArray;
import noisebook.data.DataSet;
import noisebook.tensor.Ops;

/** A generator whose answer is known: of a code of two numbers it draws a round blob with its middle at (10 + 10 w₁, 10 + 10 w₂), in pixels of 28×28. Its only map is the blob, from 0 to 1. */
public record Blob() implements Drag.Drawn {
    private static final double UNIT = 10; // pixels that a 1 in the code means, and where a 0 is
    private static final double NARROW = -1 / 18.; // −1 / 2σ², σ = 3 pixels

    @Override
    public NDArray maps(NDArray w) {
        int side = DataSet.SIDE;
        NDArray along = w.getManager().arange((float) side);
        NDArray x = along.reshape(1, 1, 1, side).sub(place(w, 0));
        NDArray y = along.reshape(1, 1, side, 1).sub(place(w, 1));
        return Ops.scale(x.square().add(y.square()), NARROW).exp();
    }

    private static NDArray place(NDArray w, int number) {
        return Ops.scale(w.get(":, " + number), UNIT).add(UNIT).reshape(1, 1, 1, 1);
    }

    @Override
    public NDArray picture(NDArray w) {
        return Ops.scale(maps(w), 2).sub(1);
    }
}
