package noisebook.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import noisebook.nn.Network;
import noisebook.tensor.Compute;
import noisebook.tensor.GradMode;
import noisebook.tensor.SafeTensors;
import noisebook.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * The training loop of every model: draw a batch, compute the loss, follow its gradient. A GAN is the same loop with two players who move in
 * turn, each with the other frozen.
 *
 * <p>The random numbers of step k depend on the seed and k alone, so a run that is stopped and resumed gives the same bytes as one that was
 * not. {@link #stop} or interrupting the thread ends the run after the current step; the model and the log keep what they have, and {@link #run} continues.
 *
 * <p>Parts of a network that are {@linkplain Network#fix fixed} stay as they are, and parts that join it are trained from the next step on.
 */
public final class TrainingLoop {
    private final List<PlayerTraining> sides = new ArrayList<>();
    private final Batches batches;
    private final TrainingOptions options;
    private TrainingLog log = new TrainingLog();
    private int step;
    private boolean averaged;
    private @Nullable Path checkpoint;
    private int checkpointEvery;
    private @Nullable Path lastCheckpoint;
    private volatile boolean stopped;

    private TrainingLoop(List<Player> players, Batches batches, TrainingOptions options) {
        this.batches = batches;
        this.options = options;
        players.forEach(player -> sides.add(new PlayerTraining(player, options)));
    }

    /** Trains one initialised model. */
    public static TrainingLoop of(Network model, Batches batches, Objective objective, TrainingOptions options) {
        return adversarial(batches, options, new Player("", model, objective, 1, options.learningRate()));
    }

    /** Trains players in turn, in the order given: for a GAN the discriminator, then the generator. */
    public static TrainingLoop adversarial(Batches batches, TrainingOptions options, Player... players) {
        return new TrainingLoop(List.of(players), batches, options);
    }

    /**
     * Keeps the run in a file, so that it can be resumed: every so many steps, at an interruption and at the end.
     *
     * @param every steps between two writes, rounded up to a multiple of {@code reportEvery}, so that only a finite loss is ever saved
     */
    public TrainingLoop checkpointTo(Path file, int every) {
        checkpoint = file;
        checkpointEvery = (every + options.reportEvery() - 1) / options.reportEvery() * options.reportEvery();
        return this;
    }

    /**
     * Takes up a run where its checkpoint left it.
     *
     * @throws IOException when the file is missing or damaged
     * @throws IllegalArgumentException when it belongs to a run with other options or another model
     */
    public TrainingLoop resume(Path file) throws IOException {
        try (NDManager manager = Compute.newManager();
                GradMode off = GradMode.off()) {
            SafeTensors.Content saved = SafeTensors.read(file, manager);
            String was = saved.metadata().getOrDefault("options", "those of a finished model");
            if (!was.equals(options.toString())) {
                throw new IllegalArgumentException("checkpoint " + file + " belongs to a run with " + was
                        + ", not with " + options + ": resume it with its own options or start anew");
            }
            Map<String, NDArray> mine = state();
            if (!mine.keySet().equals(saved.tensors().keySet())) {
                throw new IllegalArgumentException("checkpoint " + file + " holds another model: its tensors are "
                        + saved.tensors().keySet() + ", expected " + mine.keySet());
            }
            mine.forEach((name, tensor) ->
                    Tensors.copy(Objects.requireNonNull(saved.tensors().get(name)), tensor));
            log = TrainingLog.fromJson(saved.metadata().getOrDefault("log", ""));
            step = Integer.parseInt(saved.metadata().getOrDefault("step", ""));
        }
        return this;
    }

    /** Ends the run after the current step; from any thread, or from a listener. {@link #run} goes on from there. */
    public void stop() {
        stopped = true;
    }

    /** Trains to the end, or until {@link #stop} is called or the thread is interrupted. Where an average of the weights is kept, the model ends with it. */
    public TrainingLog run(TrainingListener listener) {
        stopped = false;
        useAverage(false);
        sides.forEach(side -> side.player.network().training(true));
        log.end(TrainingLog.Outcome.RUNNING);
        long start = System.nanoTime();
        int first = step;
        try (GradMode on = GradMode.on()) {
            while (step < options.steps() && !stopped && !Thread.interrupted()) {
                takeStep();
                if (step % options.reportEvery() == 0 || step == options.steps()) {
                    report(listener, Duration.ofNanos(System.nanoTime() - start), first);
                    saveWhenDue();
                }
            }
        } finally {
            sides.forEach(side -> side.player.network().training(false));
            Compute.returnFreedMemory();
        }
        boolean done = step == options.steps();
        log.end(done ? TrainingLog.Outcome.COMPLETED : TrainingLog.Outcome.INTERRUPTED);
        if (checkpoint != null && !done) {
            save(checkpoint);
        }
        useAverage(true);
        return log;
    }

    /** How many steps have been taken. */
    public int step() {
        return step;
    }

    private void takeStep() {
        Compute.seed(options.seed(), step);
        for (PlayerTraining mover : sides) {
            sides.forEach(side -> side.player.network().freeze(side != mover));
            int updates = mover.player.updates();
            for (int k = 0; k < updates; k++) {
                mover.update(batches, step, (long) step * updates + k);
            }
        }
        sides.forEach(side -> side.player.network().freeze(false));
        step++;
    }

    private void report(TrainingListener listener, Duration elapsed, int first) {
        Map<String, Double> losses = new LinkedHashMap<>();
        sides.forEach(side -> losses.putAll(side.readLosses()));
        losses.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new TrainingDivergedException(step, name, value, options.learningRate(), lastCheckpoint);
            }
        });
        log.add(step, losses);
        double speed = (step - first) / (elapsed.toNanos() / 1e9);
        listener.onProgress(new TrainingProgress(step, options.steps(), losses, elapsed, speed), log);
    }

    private void saveWhenDue() {
        if (checkpoint != null && (step % checkpointEvery == 0 || step == options.steps())) {
            save(checkpoint);
        }
    }

    private void save(Path file) {
        try (GradMode off = GradMode.off()) {
            SafeTensors.write(
                    file,
                    state(),
                    Map.of("options", options.toString(), "step", Integer.toString(step), "log", log.toJson()),
                    DataType.FLOAT32);
            lastCheckpoint = file;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        sides.forEach(side -> state.putAll(side.state()));
        return state;
    }

    private void useAverage(boolean wanted) {
        if (averaged != wanted) {
            sides.forEach(side -> side.swapAverage());
            averaged = wanted;
        }
    }
}
