package noisebook.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import noisebook.tensor.GradMode;
import noisebook.tensor.Scope;

/** Layers applied one after the other; those that own parameters are named by their place: "0", "1", … */
public final class Sequential extends Network implements Layer {
    private final List<Layer> layers;

    private Sequential(List<Layer> layers) {
        this.layers = layers;
    }

    /** Chains layers and activations. */
    public static Sequential of(Layer... layers) {
        Sequential chain = new Sequential(List.of(layers));
        for (int i = 0; i < layers.length; i++) {
            if (layers[i] instanceof Network module) {
                chain.child(Integer.toString(i), module);
            }
        }
        return chain;
    }

    @Override
    public NDArray forward(NDArray x) {
        NDArray h = x;
        for (Layer layer : layers) {
            NDArray before = h;
            h = layer.forward(before);
            if (before != x && before != h) {
                before.close();
            }
        }
        return h;
    }

    /** The shapes on the way of an input: its own, then that after each layer. */
    public List<Shape> shapes(Shape input) {
        List<Shape> shapes = new ArrayList<>(List.of(input));
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            NDArray h = scope.manager().zeros(input);
            for (Layer layer : layers) {
                h = layer.forward(h);
                shapes.add(h.getShape());
            }
        }
        return shapes;
    }
}
