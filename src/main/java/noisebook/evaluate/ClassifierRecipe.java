package noisebook.evaluate;

import java.util.List;
import noisebook.data.Split;
import noisebook.tensor.Ops;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/** How the digit classifier is trained: four passes over the training images with Adam on the cross-entropy. */
public final class ClassifierRecipe {
    private static final TrainingOptions OPTIONS =
            TrainingOptions.ofEpochs(4, 60_000, 128, 2e-3).withSchedule(TrainingOptions.Schedule.WARMUP_COSINE);

    private ClassifierRecipe() {}

    /** The recipe named {@code classifier}. */
    public static Recipe<DigitClassifier> classifier() {
        return new Recipe<>("classifier", DigitClassifier::new, OPTIONS, ClassifierRecipe::loop);
    }

    /** All recipes of this package. */
    public static List<Recipe<?>> all() {
        return List.of(classifier());
    }

    private static TrainingLoop loop(DigitClassifier model, Split data, TrainingOptions options) {
        return TrainingLoop.of(
                model,
                Batches.of(data.train()),
                (batch, random) -> Loss.of(Ops.crossEntropy(model.logits(batch.get(0)), batch.get(1))),
                options);
    }
}
