package noisebook.nn;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** Layers applied one after the other; those that own parameters are named by their place: "0", "1", … */
public final class Sequential extends Module implements Layer {
    private final List<Layer> layers;

    private Sequential(List<Layer> layers) {
        this.layers = layers;
    }

    /** Chains layers and activations. */
    public static Sequential of(Layer... layers) {
        Sequential chain = new Sequential(List.of(layers));
        for (int i = 0; i < layers.length; i++) {
            if (layers[i] instanceof Module module) {
                chain.child(Integer.toString(i), module);
            }
        }
        return chain;
    }

    @Override
    public NDArray forward(NDArray x) {
        NDArray h = x;
        for (Layer layer : layers) {
            h = layer.forward(h);
        }
        return h;
    }
}
