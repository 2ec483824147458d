package noisebook.tensor;

import ai.djl.ndarray.types.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import noisebook.autoencoder.AutoencoderRecipes;
import noisebook.data.DataSet;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.data.Split;
import noisebook.denoising.Denoiser;
import noisebook.denoising.DenoisingLoss;
import noisebook.denoising.ForwardProcess;
import noisebook.diffusion.DiffusionRecipes;
import noisebook.evaluate.ClassifierRecipe;
import noisebook.evaluate.DigitClassifier;
import noisebook.flow.FlowRecipes;
import noisebook.gan.DcGanRecipes;
import noisebook.gan.style.StyleGanRecipes;
import noisebook.math.Prediction;
import noisebook.nn.UNet;
import noisebook.nn.UNetPlan;
import noisebook.train.Batches;
import noisebook.train.Recipe;
import noisebook.train.TrainingDivergedException;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;
import noisebook.vae.VaeRecipes;

/**
 * Trains every recipe for two steps and repeats every call of an operator that this takes, in memory that held zeros, NaN or large numbers. It runs
 * in a process of its own, for PyTorch chooses its kernels once a process.
 */
final class PoisonedMemory {
    private static final int STEPS = 2;
    private static final int BATCH = 64;

    private PoisonedMemory() {}

    /** Prints what is wrong, then how much was looked at; the exit status is 1 where something is wrong. */
    public static void main(String[] args) throws Exception {
        System.out.println(Compute.describe() + (Autocast.supported() ? ", bfloat16" : ""));
        Collection<OperatorCall> calls = new LinkedHashSet<>();
        List<String> wrong = new ArrayList<>();
        Map<String, Supplier<Recipe.Training<?>>> trainings = trainings();
        try (AutoCloseable watch = Ops.watch((operator, inputs) -> calls.add(OperatorCall.of(operator, inputs)))) {
            trainings.values().forEach(training -> outcome(training.get(), 0));
        }
        trainings.forEach((name, training) -> {
            if (differs(filling -> outcome(training.get(), filling))) {
                wrong.add(name + ": two steps of training depend on what memory held before");
            }
        });
        calls.forEach(call -> wrong.addAll(call.problems()));
        wrong.addAll(OperatorCall.missingIn(calls));
        wrong.forEach(System.out::println);
        System.out.println(trainings.size() + " recipes, " + calls.size() + " calls, " + wrong.size() + " wrong");
        System.exit(wrong.isEmpty() ? 0 : 1); // the engine's threads do not end by themselves
    }

    /** Whether what is computed in memory filled with one byte or another, twice each, is not the same to the bit. */
    static boolean differs(Function<Integer, List<float[]>> computation) {
        List<float[]> first = List.of();
        for (int filling : ConvolutionCheck.FILLINGS) {
            for (int repetition = 0; repetition < 2; repetition++) {
                List<float[]> found = NativeProcess.withFreshMemory(filling, () -> computation.apply(filling));
                if (first.isEmpty()) {
                    first = found;
                } else if (!Arrays.deepEquals(first.toArray(), found.toArray())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The losses of a training and, without training, what the network then makes of one image; another one for each filling where it diverges. */
    private static List<float[]> outcome(Recipe.Training<?> training, int filling) {
        List<float[]> numbers = new ArrayList<>();
        try {
            training.loop()
                    .run((progress, log) ->
                            progress.losses().values().forEach(loss -> numbers.add(new float[] {loss.floatValue()})));
        } catch (TrainingDivergedException e) {
            return List.of(new float[] {filling});
        }
        numbers.add(Scope.floats(
                manager -> training.model().fingerprint(manager).orElseGet(() -> manager.zeros(new Shape(1)))));
        training.model().close();
        return numbers;
    }

    private static Map<String, Supplier<Recipe.Training<?>>> trainings() {
        ImageSet digits = DrawnDigits.of("digits", 1024, 1);
        Split split = new Split(DataSet.DRAWN_DIGITS, digits, digits);
        DigitClassifier classifier = new DigitClassifier();
        classifier.initialize(1);
        Map<String, Supplier<Recipe.Training<?>>> all = new LinkedHashMap<>();
        Stream.<List<? extends Recipe<?>>>of(
                        ClassifierRecipe.all(),
                        AutoencoderRecipes.all("judge", data -> classifier::features),
                        VaeRecipes.all(),
                        DcGanRecipes.all(),
                        StyleGanRecipes.all(),
                        DiffusionRecipes.all(),
                        List.of(FlowRecipes.digits(Duration.ofMinutes(1))),
                        List.of(FlowRecipes.digits(Duration.ofMinutes(5))))
                .flatMap(List::stream)
                .forEach(recipe -> all.put(recipe.name() + " " + recipe.options(), () -> start(recipe, split)));
        all.put("U-Net of the benchmark", () -> unet(Batches.of(digits)));
        return all;
    }

    private static Recipe.Training<?> start(Recipe<?> recipe, Split split) {
        return recipe.with(recipe.options().withSteps(STEPS).withReportEvery(1)).start(split);
    }

    private static Recipe.Training<?> unet(Batches images) {
        UNet network = new UNet(UNetPlan.ddpm(32));
        Denoiser model = Denoiser.of(
                ForwardProcess.of(DiffusionRecipes.imageSchedule()),
                Prediction.EPSILON,
                new Shape(1, DataSet.SIDE, DataSet.SIDE),
                (xt, t, about) -> network.forward(xt, t));
        network.initialize(1);
        TrainingLoop loop = TrainingLoop.of(
                network,
                images,
                DenoisingLoss.in(Prediction.EPSILON).ofPictures(model),
                TrainingOptions.of(STEPS, BATCH, 2e-4).withReportEvery(1));
        return new Recipe.Training<>(network, loop);
    }
}
