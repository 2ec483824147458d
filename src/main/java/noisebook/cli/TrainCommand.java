package noisebook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.Split;
import noisebook.nn.Network;
import noisebook.tensor.Compute;
import noisebook.train.Budget;
import noisebook.train.Checkpoint;
import noisebook.train.Checkpoints;
import noisebook.train.Recipe;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingLoop;
import noisebook.zoo.Recipes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the models of recipes and writes their checkpoints: how the shipped ones were made. */
@Command(
        name = "train",
        description =
                "Trains models of the lessons and writes their checkpoints. Stopped with Ctrl-C, it goes on where it "
                        + "was when called again. Without a name it lists the recipes.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final int SAVE_EVERY = 200;

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(arity = "0..*", paramLabel = "RECIPE", description = "Which models, such as vae-mlp-d20.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--all", description = "Train every model that is shipped.")
    private boolean all;

    @Mixin
    private final DataSwitch data = new DataSwitch();

    @Option(names = "--seed", paramLabel = "N", description = "Seed (default: the recipe's).")
    private @Nullable Long seed;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = Durations.Converter.class,
            description =
                    "What a training may take, such as 60s or 2m: as many steps as fit are taken, after some have been "
                            + "timed. Such a run starts anew each time. Default: the recipe's own steps.")
    private @Nullable Duration budget;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to (default: data/checkpoints).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        List<Recipe<?>> chosen = chosen();
        if (chosen.isEmpty()) {
            Recipes.names().forEach(System.out::println);
            return 0;
        }
        for (Recipe<?> recipe : chosen) {
            if (!train(recipe, DataSets.load(set(recipe)))) {
                return 1;
            }
        }
        return 0;
    }

    /** With {@code --all} every recipe learns from its own pictures, and {@code --data} says from which digits. */
    private DataSet set(Recipe<?> recipe) {
        DataSet only = recipe.only();
        DataSet asked = data.asked();
        if (only != null && (all || asked == null)) {
            return only;
        }
        DataSet set = asked == null ? DataSets.available() : asked;
        try {
            recipe.requireSet(set);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        return set;
    }

    private List<Recipe<?>> chosen() {
        if (all && !names.isEmpty()) {
            throw wrong("--all trains every model; it takes no names, was given " + String.join(", ", names));
        }
        try {
            return all
                    ? Recipes.all()
                    : names.stream()
                            .<Recipe<?>>map(name -> Recipes.named(name, budget == null ? Recipes.MINUTE : budget))
                            .toList();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }

    /** Trains one model; false when it was stopped. */
    private <M extends Network> boolean train(Recipe<M> named, Split split) throws IOException {
        long start = System.nanoTime();
        Recipe<M> seeded = seed == null ? named : named.with(named.options().withSeed(seed));
        Path shipped = Checkpoints.file(split.source(), named.name());
        Path file = out == null ? shipped : out.resolve(shipped.getFileName());
        Path state = Home.writableFor(file, "--out").resolve(named.name() + ".run");
        System.err.println(named.name() + " on " + split.source() + ", " + Compute.describe());
        Checkpoints.requireNeeds(seeded, split.source()); // what is missing is said before the work, not after it
        Recipe<M> recipe = fitted(seeded, split);

        Recipe.Training<M> training = recipe.start(split);
        try (M model = training.model()) {
            if (!run(training.loop(), state)) {
                return false;
            }
            System.err.printf(
                    Locale.ROOT, "%d steps in %.1f s%n", recipe.options().steps(), (System.nanoTime() - start) / 1e9);
            Checkpoint.save(file, model, Checkpoints.metadata(recipe, split, Main.Version.number()));
            if (budget == null) {
                Files.deleteIfExists(state);
            }
        }
        System.err.println("wrote " + file + " (" + Files.size(file) / 1024 + " KB)");
        return true;
    }

    private <M extends Network> Recipe<M> fitted(Recipe<M> recipe, Split split) {
        if (budget == null) {
            return recipe;
        }
        try {
            Recipe<M> fitted = Budget.fit(recipe, split, budget);
            System.err.println(fitted.options().steps() + " steps fit in " + Durations.text(budget.toMillis() / 1e3));
            return fitted;
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** Runs a loop to its end, from where it was stopped before; false when it is stopped again. */
    private boolean run(TrainingLoop loop, Path state) throws IOException {
        if (budget == null) {
            loop.checkpointTo(state, SAVE_EVERY);
        }
        if (budget == null && Files.exists(state)) {
            resume(loop, state);
            System.err.println("going on from step " + loop.step() + " (" + state + ")");
        }
        CountDownLatch ended = new CountDownLatch(1);
        stopInOrder(Thread.currentThread(), ended);
        try {
            TrainingLog log = loop.run(new ProgressLines(System.err));
            if (log.outcome() == TrainingLog.Outcome.INTERRUPTED) {
                System.err.println(
                        budget == null
                                ? "stopped; call the same command again to go on (" + state + ")"
                                : "stopped; nothing is kept of a run with a budget");
                return false;
            }
            return true;
        } finally {
            ended.countDown();
        }
    }

    private static void resume(TrainingLoop loop, Path state) throws IOException {
        try {
            loop.resume(state);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage() + "; to start anew delete " + state, e);
        }
    }

    /** Ctrl-C ends the run after its current step, and the process once its state is saved. */
    private static void stopInOrder(Thread worker, CountDownLatch ended) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (ended.getCount() > 0) {
                worker.interrupt();
            }
            try {
                boolean saved = ended.await(30, TimeUnit.SECONDS);
                if (!saved) {
                    System.err.println("the last steps were not saved: the run did not end within 30 s");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
