package noisebook.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import noisebook.data.Animal;
import noisebook.data.Colour;
import noisebook.data.DrawnScenes;
import noisebook.data.Place;
import noisebook.nn.Conv2d;
import noisebook.nn.Layer;
import noisebook.nn.Linear;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/**
 * A convolutional network with three heads that says of a drawn scene which animal it shows, in which colour, and where: images (N, 3, 32, 32) in [0, 1].
 *
 * <p>Four 3×3 convolutions with SiLU lead over 32 and 48 maps at 16×16 and 64 at 8×8 to 96 at 4×4; a linear layer makes 64 features of them, and after another SiLU each head its logits.
 */
public final class SceneClassifier extends Network {
    /** Entries of a feature vector. */
    public static final int FEATURES = 64;

    private static final int LAST = 96; // maps, of 4×4

    private final Sequential trunk = child(
            "trunk",
            Sequential.of(
                    new Conv2d(3, 32, 3, 2, 1),
                    Ops::silu,
                    Conv2d.same3x3(32, 48),
                    Ops::silu,
                    new Conv2d(48, 64, 3, 2, 1),
                    Ops::silu,
                    new Conv2d(64, LAST, 3, 2, 1),
                    Ops::silu,
                    (Layer) x -> x.reshape(x.size(0), 16L * LAST),
                    new Linear(16 * LAST, FEATURES)));
    private final Linear animal = child("animal", new Linear(FEATURES, Animal.values().length));
    private final Linear colour = child("colour", new Linear(FEATURES, Colour.values().length));
    private final Linear place = child("place", new Linear(FEATURES, Place.values().length));

    /** The evidence before the softmax for each animal, (N, 4), each colour, (N, 6), and each place, (N, 5). */
    public record Logits(NDArray animal, NDArray colour, NDArray place) {
        /** All of them in a row, (N, 15). */
        NDArray row() {
            return animal.concat(colour, 1).concat(place, 1);
        }
    }

    /**
     * What the scenes are like, the space of FSD-32: (N, 3, 32, 32) to (N, 64), of either sign, for they are taken before the last activation.
     *
     * @throws IllegalArgumentException when the images have another shape
     */
    public NDArray features(NDArray images) {
        return trunk.forward(Tensors.requireShape("images", images, -1, 3, DrawnScenes.SIDE, DrawnScenes.SIDE));
    }

    /** What the three heads say of (N, 3, 32, 32). */
    public Logits logits(NDArray images) {
        NDArray seen = Ops.silu(features(images));
        return new Logits(animal.forward(seen), colour.forward(seen), place.forward(seen));
    }

    @Override
    public Optional<NDArray> fingerprint(NDManager manager) {
        return Optional.of(logits(Tensors.ramp(manager, 3, DrawnScenes.SIDE, DrawnScenes.SIDE))
                .row());
    }
}
