package noisebook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import noisebook.data.DataSet;
import noisebook.jupyter.KernelSpec;
import noisebook.tensor.ConvolutionCheck;
import noisebook.zoo.Recipes;
import org.jspecify.annotations.Nullable;

/** Looks at everything the lessons need, one thing after another. */
final class Examination {
    private static final double GIB = 1L << 30;

    /** All lessons one after another were measured at 2.6 GiB, the system's own share comes on top. */
    private static final double ROOMY = 3.5;

    /** One lesson in its kernel fits, 1.6 GiB at most, without a browser beside it; a machine of 2 GiB has a little less. */
    private static final double TIGHT = 1.8;

    /** Clean on every processor that was tried, and slow. */
    private static final String OLDER_INSTRUCTIONS = "export ONEDNN_MAX_CPU_ISA=AVX2";

    private final Machine here;

    Examination(Machine here) {
        this.here = here;
    }

    /** Tells each finding as soon as it is known. */
    void run(Consumer<Finding> listener) {
        listener.accept(jdk());
        listener.accept(memory());
        listener.accept(fonts());
        Outcome engine = Outcome.of(here.engine());
        listener.accept(engine(engine));
        listener.accept(convolutions(engine));
        listener.accept(gpu(engine.value()));
        listener.accept(checkpoints());
        listener.accept(data());
        listener.accept(writing());
        listener.accept(jupyter());
        listener.accept(kernel());
        listener.accept(network());
    }

    private Finding jdk() {
        String says = "Java " + here.java();
        String remedy = "sudo apt install openjdk-17-jdk-headless";
        if (here.java() < 17) {
            return Finding.fail("JDK", says + ", 17 or newer is needed", remedy);
        }
        return here.hasJShell()
                ? Finding.ok("JDK", says + " with JShell")
                : Finding.fail("JDK", says + " is a runtime only, JShell is missing", remedy);
    }

    private Finding memory() {
        double gib = here.memory() / GIB;
        String says = String.format(Locale.ROOT, "%.1f GiB", gib);
        if (gib >= ROOMY) {
            return Finding.ok("memory", says);
        }
        return gib >= TIGHT
                ? Finding.note(
                        "memory",
                        says + ", enough for one lesson at a time",
                        "./noisebook run notebooks/04-forward-noising.ipynb")
                : Finding.fail("memory", says + ", a lesson needs 2", "docker run --memory 4g …");
    }

    private Finding fonts() {
        Outcome text = Outcome.of(here.text());
        return text.failed()
                ? Finding.fail(
                        "fonts",
                        "no text can be drawn: " + text.failure(),
                        "sudo apt install fontconfig fonts-dejavu-core libfreetype6")
                : Finding.ok("fonts", "text can be drawn");
    }

    private Finding engine(Outcome engine) {
        Path unpacked = here.cache().resolve("pytorch");
        String remedy = here.environment().containsKey("NOISEBOOK_DEVICE")
                ? "unset NOISEBOOK_DEVICE"
                : "rm -rf " + unpacked; // damaged files are unpacked anew
        return engine.failed()
                ? Finding.fail("engine", engine.failure(), remedy)
                : Finding.ok("engine", engine.value() + ", unpacked in " + unpacked);
    }

    private Finding convolutions(Outcome engine) {
        if (engine.failed() || engine.value().contains("GPU")) {
            return Finding.ok("convolutions", engine.failed() ? "not tried without an engine" : "left to the GPU");
        }
        Outcome check = Outcome.of(() -> says(here.convolutions().call()));
        return check.failed()
                ? Finding.fail("convolutions", check.failure(), OLDER_INSTRUCTIONS)
                : Finding.ok("convolutions", check.value());
    }

    private static String says(ConvolutionCheck check) {
        if (!check.filled()) {
            throw new IllegalStateException("wrong on this processor, even filled up to 16 channels");
        }
        return check.plain()
                ? "right on this processor, forward and gradients, whatever memory held before"
                : "right, for channels are filled up to 16; without, this processor reads memory that nobody wrote";
    }

    private Finding gpu(String engine) {
        if (engine.contains("GPU")) {
            return Finding.ok("GPU", "in use");
        }
        if (!here.hasNvidiaDriver()) {
            return Finding.ok("GPU", "none: no NVIDIA driver is loaded; the lessons need none");
        }
        if ("cpu".equalsIgnoreCase(here.environment().get("NOISEBOOK_DEVICE"))) {
            return Finding.note("GPU", "not used: NOISEBOOK_DEVICE=cpu", "unset NOISEBOOK_DEVICE");
        }
        return here.isCpuBuild()
                ? Finding.note(
                        "GPU", "not used: this is the build for the CPU", "NOISEBOOK_DEVICE=gpu ./noisebook doctor")
                : Finding.note("GPU", "not used: PyTorch found none it can use", "nvidia-smi");
    }

    private Finding checkpoints() {
        List<String> counts = new ArrayList<>();
        for (DataSet set : List.of(DataSet.DRAWN_DIGITS, DataSet.MNIST)) {
            Path folder = here.project().resolve("data/checkpoints").resolve(set.id());
            long count = Recipes.names().stream()
                    .filter(name -> Files.isReadable(folder.resolve(name + ".safetensors")))
                    .count();
            if (count == 0) {
                return Finding.fail("checkpoints", "none in " + folder, "git checkout -- data/checkpoints");
            }
            counts.add(count + " for " + set.id());
        }
        return Finding.ok("checkpoints", String.join(", ", counts));
    }

    private Finding data() {
        Outcome set = Outcome.of(here.dataSet());
        if (set.failed()) {
            return Finding.fail("data", set.failure(), "unset NOISEBOOK_DATA");
        }
        return set.value().equals(DataSet.MNIST.toString())
                ? Finding.ok("data", "MNIST found")
                : Finding.ok("data", "drawn digits, made on the spot; ./noisebook figures --data mnist fetches MNIST");
    }

    private Finding writing() {
        List<String> closed = Stream.of(
                        here.project().resolve("target"),
                        here.project().resolve("notebooks"),
                        here.cache(),
                        here.jupyter())
                .filter(folder -> !isWritable(folder))
                .map(Path::toString)
                .toList();
        return closed.isEmpty()
                ? Finding.ok("writing", "project, caches and Jupyter's folder can be written")
                : Finding.note(
                        "writing",
                        "no right to write " + String.join(", ", closed),
                        "sudo chown -R \"$USER\" " + String.join(" ", closed));
    }

    private Finding jupyter() {
        List<JupyterProgram> found = JupyterProgram.on(here.environment().getOrDefault("PATH", ""));
        Optional<JupyterProgram> usable =
                found.stream().filter(JupyterProgram::isRecent).findFirst();
        String remedy = "python3 -m pip install --user jupyterlab";
        return usable.map(program -> Finding.ok("Jupyter", program.toString()))
                .orElseGet(() -> found.isEmpty()
                        ? Finding.note("Jupyter", "not found; figures and run work without it", remedy)
                        : Finding.note("Jupyter", found.get(0) + ": JupyterLab 3 or Notebook 6 is needed", remedy));
    }

    private Finding kernel() {
        String remedy = "./noisebook kernel install";
        Optional<KernelSpec> ours =
                here.kernels().stream().filter(KernelSpec::isOurs).findFirst();
        if (ours.isEmpty()) {
            return Finding.note("kernel", "not installed; lab installs it", remedy);
        }
        Path java = Path.of(ours.get().command().get(0));
        return Files.isExecutable(java)
                ? Finding.ok(
                        "kernel", "'" + ours.get().name() + "' in " + ours.get().folder())
                : Finding.note("kernel", "its Java is gone: " + java, remedy);
    }

    private Finding network() {
        return Outcome.of(here.network()).failed()
                ? Finding.note(
                        "network",
                        "Maven Central is not reached; only builds, %maven and downloads of data need it",
                        "export NOISEBOOK_JAVA_OPTS=-Djava.net.useSystemProxies=true")
                : Finding.ok("network", "Maven Central is reached");
    }

    /** Whether a folder, or the nearest one above it that exists, can be written. */
    private static boolean isWritable(Path folder) {
        for (@Nullable Path above = folder.toAbsolutePath(); above != null; above = above.getParent()) {
            if (Files.exists(above)) {
                return Files.isDirectory(above) && Files.isWritable(above);
            }
        }
        return false;
    }
}
