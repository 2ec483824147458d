package noisebook.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import noisebook.math.Doubles;
import noisebook.tensor.Compute;
import noisebook.tensor.SafeTensors;
import noisebook.tensor.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Times a training step of each family and a sampler, beside the same work in Python. The two take turns, so that a machine that slows down
 * slows both; each workload starts from equal weights and must give equal answers before it is timed.
 */
public final class TrainBench {
    private static final int COUNT = 4; // measurements a round
    // On a GPU convolutions round their factors to TF32, 11 binary digits, and two versions of cuDNN may do so in other
    // places.
    private static final double TOLERANCE = Compute.device().isGpu() ? 1e-3 : 1e-4;
    private static final int ROOF_SIDE = 1024;

    private TrainBench() {}

    /**
     * What was measured of one workload.
     *
     * @param ours milliseconds of each measurement, ascending
     * @param python the same of the peer; empty where there is none
     * @param gigaflops floating-point operations of one unit, in billions
     */
    @SuppressWarnings("ArrayRecordComponent") // shown, never compared
    public record Result(String name, double[] ours, double[] python, double gigaflops) {
        /** Our median over Python's; NaN without a peer. */
        public double ratio() {
            return python.length == 0 ? Double.NaN : Doubles.median(ours) / Doubles.median(python);
        }

        /** Billions of operations a second, in our median. */
        public double speed() {
            return gigaflops / Doubles.median(ours) * 1e3;
        }
    }

    /**
     * Measures everything.
     *
     * @param python the interpreter to compare with, see {@code --against}; null for none
     * @param rounds in each of which every workload is timed once on each side
     * @param progress told what happens
     * @return a result for each workload
     * @throws IOException when the peer cannot be started or disagrees about a number
     */
    public static List<Result> run(@Nullable String python, int rounds, Consumer<String> progress) throws IOException {
        if (python == null) {
            return run(rounds, null, progress);
        }
        try (PythonPeer peer = PythonPeer.start(python)) {
            progress.accept("PyTorch " + peer.version() + " in Python");
            List<Result> results = run(rounds, peer, progress);
            progress.accept(String.format(Locale.ROOT, "Python held at most %.0f MB", peer.peakBytes() / 1e6));
            return results;
        }
    }

    private static List<Result> run(int rounds, @Nullable PythonPeer peer, Consumer<String> progress)
            throws IOException {
        List<Contest> contests = new ArrayList<>();
        for (Workload workload : Workloads.all()) {
            if (peer != null) {
                requireEqual(workload, peer);
                peer.time(workload.name(), 1);
            }
            workload.time(1); // the first time takes longer, on both sides
            contests.add(new Contest(workload, new ArrayList<>(), new ArrayList<>()));
        }
        for (int round = 1; round <= rounds; round++) {
            for (Contest contest : contests) {
                String name = contest.workload.name();
                progress.accept("round " + round + " of " + rounds + ": " + name);
                int count = name.equals(Workloads.SAMPLER) ? 1 : COUNT; // one run of it is 50 passes
                contest.ours.add(contest.workload.time(count));
                if (peer != null) {
                    contest.theirs.add(peer.time(name, count));
                }
            }
        }
        return contests.stream().map(Contest::result).toList();
    }

    /** What has been measured so far. */
    private record Contest(Workload workload, List<double[]> ours, List<double[]> theirs) {
        Result result() {
            return new Result(workload.name(), sorted(ours), sorted(theirs), 2 * workload.macs() / 1e9);
        }
    }

    /** A comparison of different networks would say nothing: the same weights and inputs must give the same number. */
    private static void requireEqual(Workload workload, PythonPeer peer) throws IOException {
        Path file = Files.createTempFile("noisebook-bench", ".safetensors");
        try (NDManager manager = Compute.newManager()) {
            NDList inputs = workload.inputs().apply(manager);
            Map<String, NDArray> tensors = workload.tensors();
            inputs.forEach(tensor -> tensors.put("input." + tensor.getName(), tensor));
            SafeTensors.write(file, tensors, Map.of(), DataType.FLOAT32);
            PythonPeer.Answer answer = peer.load(workload.name(), file);
            double own = workload.answerTo(inputs);
            if (answer.parameterCount() != workload.parameterCount()
                    || Math.abs(answer.value() - own) > TOLERANCE * Math.abs(own)) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "%s differs in Python: %d parameters and answer %.6g there, %d and %.6g here",
                        workload.name(),
                        answer.parameterCount(),
                        answer.value(),
                        workload.parameterCount(),
                        own));
            }
        } finally {
            Files.delete(file);
        }
    }

    /** What this machine's matrix product reaches, the roof over every model: billions of operations a second, the best of some. */
    public static double roof() {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 20; i++) {
            try (Scope scope = Scope.open()) {
                NDArray a = scope.manager().randomNormal(new Shape(ROOF_SIDE, ROOF_SIDE));
                long start = System.nanoTime();
                NDArray product = a.matMul(a);
                float unused = product.getFloat(0, 0); // waits for a device that works on its own
                best = Math.min(best, (double) (System.nanoTime() - start));
            }
        }
        return 2 * Math.pow(ROOF_SIDE, 3) / best;
    }

    private static double[] sorted(List<double[]> rounds) {
        return rounds.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }
}
