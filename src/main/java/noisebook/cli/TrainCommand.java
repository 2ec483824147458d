package noisebook.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.Split;
import noisebook.nn.Module;
import noisebook.tensor.Compute;
import noisebook.train.Checkpoint;
import noisebook.train.Checkpoints;
import noisebook.train.Progress;
import noisebook.train.Recipe;
import noisebook.train.TrainingLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the model of a recipe and writes its checkpoint: how the shipped ones were made. */
@Command(
        name = "train",
        description =
                "Trains a model of the lessons and writes its checkpoint. Stopped with Ctrl-C, it goes on where it "
                        + "was when called again. Without a name it lists the recipes.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final int SAVE_EVERY = 200;
    private static final int LINE_SECONDS = 10;

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(arity = "0..1", paramLabel = "RECIPE", description = "Which model, such as vae-d20.")
    private @Nullable String name;

    @Option(
            names = "--data",
            paramLabel = "SET",
            converter = LessonSwitches.DataSetConverter.class,
            description = "mnist or drawn. Default: mnist if it is there, else drawn.")
    private @Nullable DataSet data;

    @Option(names = "--seed", paramLabel = "N", description = "Seed (default: the recipe's).")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to (default: data/checkpoints).")
    private @Nullable Path out;

    private double lastLine;

    @Override
    public Integer call() throws IOException {
        if (name == null) {
            Recipes.names().forEach(System.out::println);
            return 0;
        }
        try {
            Recipe<?> recipe = Recipes.named(name);
            return train(recipe);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private <M extends Module> int train(Recipe<M> named) throws IOException {
        Recipe<M> recipe = seed == null ? named : named.with(named.options().withSeed(seed));
        Split split = DataSets.load(data == null ? DataSets.available() : data);
        Path file = out == null ? Checkpoints.file(split.source(), recipe.name()) : out;
        Path folder = Home.writable(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Path state = folder.resolve(recipe.name() + ".run");
        PrintStream terminal = System.err;
        terminal.println(recipe.name() + " on " + split.source() + ", " + Compute.describe());

        Recipe.Training<M> training = recipe.start(split);
        training.loop().checkpointTo(state, SAVE_EVERY);
        if (Files.exists(state)) {
            training.loop().resume(state);
            terminal.println("going on from step " + training.loop().step() + " (" + state + ")");
        }
        CountDownLatch ended = new CountDownLatch(1);
        stopInOrder(Thread.currentThread(), ended);
        try {
            TrainingLog log = training.loop().run((now, all) -> line(now, terminal));
            if (log.outcome() == TrainingLog.Outcome.INTERRUPTED) {
                terminal.println("stopped; call the same command again to go on (" + state + ")");
                return 1;
            }
            Checkpoint.save(file, training.model(), recipe.metadata(split, Main.Version.number()));
            Files.deleteIfExists(state);
        } finally {
            ended.countDown();
        }
        terminal.println("wrote " + file + " (" + Files.size(file) / 1024 + " KB)");
        return 0;
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

    private void line(Progress now, PrintStream terminal) {
        double seconds = now.elapsed().toMillis() / 1e3;
        if (seconds - lastLine < LINE_SECONDS && now.step() < now.steps()) {
            return;
        }
        lastLine = seconds;
        List<String> losses = now.losses().entrySet().stream()
                .map(loss -> String.format(Locale.ROOT, "%s %.5g", loss.getKey(), loss.getValue()))
                .toList();
        terminal.printf(
                Locale.ROOT,
                "step %d of %d, %s, %.1f steps/s, %s left%n",
                now.step(),
                now.steps(),
                String.join(", ", losses),
                now.stepsPerSecond(),
                Durations.text(now.eta().toMillis() / 1e3));
    }
}
