package noisebook.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import noisebook.data.Animal;
import noisebook.data.Colour;
import noisebook.data.DataSet;
import noisebook.data.DrawnScenes;
import noisebook.data.Place;
import noisebook.data.Split;
import noisebook.tensor.Ops;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Optimizer;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/** How the judge of the drawn scenes is trained: on pictures of all 120 of them, the sum of three cross-entropies. */
public final class SceneRecipe {
    private static final int PICTURES = 20_000;
    private static final long SEED = 44; // of pictures that no other model sees

    private SceneRecipe() {}

    /** The recipe named {@code scene-judge}. */
    public static Recipe<SceneClassifier> judge() {
        TrainingOptions options = TrainingOptions.ofEpochs(6, PICTURES, 128, 2e-3)
                .withOptimizer(Optimizer.adam(.9, .99))
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE);
        return new Recipe<>("scene-judge", SceneClassifier::new, options, SceneRecipe::loop).on(DataSet.DRAWN_SCENES);
    }

    private static TrainingLoop loop(SceneClassifier model, Split data, TrainingOptions options) {
        return TrainingLoop.of(
                model,
                Batches.of(DrawnScenes.all(PICTURES, SEED).images()),
                (batch, random) -> loss(model.logits(batch.get(0)), batch.get(1)),
                options);
    }

    /**
     * The sum of the cross-entropies of animal, colour and place.
     *
     * @param scenes (N), int64: the index of each scene
     */
    static Loss loss(SceneClassifier.Logits logits, NDArray scenes) {
        int places = Place.values().length;
        int colours = Colour.values().length;
        NDArray animal = part(scenes, places * colours, Animal.values().length);
        NDArray colour = part(scenes, places, colours);
        NDArray place = part(scenes, 1, places);
        return Loss.of(Ops.crossEntropy(logits.animal(), animal)
                .add(Ops.crossEntropy(logits.colour(), colour))
                .add(Ops.crossEntropy(logits.place(), place)));
    }

    /** A digit of a number with mixed bases. */
    private static NDArray part(NDArray numbers, int unit, int base) {
        NDArray units = quotient(numbers.toType(DataType.FLOAT32, false), unit);
        return units.sub(Ops.scale(quotient(units, base), base)).toType(DataType.INT64, false);
    }

    /** Whole numbers divided, and rounded down. */
    private static NDArray quotient(NDArray numbers, int by) {
        return Ops.scale(numbers.add(.5), 1. / by).floor();
    }
}
