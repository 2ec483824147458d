package noisebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import noisebook.data.DataSet;
import noisebook.jupyter.KernelSpec;
import noisebook.tensor.ConvolutionCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The doctor in surroundings that are made up. */
@DisabledOnOs(OS.WINDOWS)
final class ExaminationTest {
    private static final long GIB = 1L << 30;

    @TempDir
    private Path folder;

    private int java = 17;
    private boolean jshell = true;
    private long memory = 8 * GIB;
    private boolean driver;
    private boolean cpuBuild = true;
    private Map<String, String> environment = Map.of();
    private Callable<?> text = () -> true;
    private Callable<String> engine = () -> "PyTorch on CPU, 2 threads";
    private ConvolutionCheck convolutions = new ConvolutionCheck(true, true);
    private Callable<?> dataSet = () -> DataSet.DRAWN_DIGITS;
    private Callable<?> network = () -> 200;
    private List<KernelSpec> kernels = List.of();

    @BeforeEach
    void makeAHealthyPlace() throws IOException {
        for (String set : List.of("drawn", "mnist")) {
            file("data/checkpoints/" + set + "/classifier.safetensors", "");
        }
        program("jupyter-notebook", "6.4.12");
        environment = Map.of("PATH", folder.resolve("bin").toString());
        Path jvm = program("java", "");
        kernels = List.of(kernel(jvm));
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Path program(String name, String version) throws IOException {
        Path file = file("bin/" + name, "#!/bin/sh\necho " + version + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private KernelSpec kernel(Path jvm) {
        String json = "{\"argv\": [\"" + jvm + "\", \"noisebook.kernel.KernelMain\"], \"language\": \"java\"}";
        return new KernelSpec(
                folder.resolve("kernels/java"), JsonParser.parseString(json).getAsJsonObject());
    }

    private Map<String, Finding> findings() {
        Machine here = new Machine(
                environment,
                folder,
                folder.resolve("cache"),
                folder.resolve("jupyter"),
                java,
                jshell,
                memory,
                driver,
                cpuBuild,
                engine,
                () -> convolutions,
                text,
                dataSet,
                network,
                kernels);
        Map<String, Finding> findings = new LinkedHashMap<>();
        new Examination(here).run(finding -> findings.put(finding.subject(), finding));
        return findings;
    }

    private void assertFinding(String subject, Finding.Grade grade, String says, String remedy) {
        Finding finding = findings().get(subject);
        assertThat(finding.grade()).as(finding.line()).isEqualTo(grade);
        assertThat(finding.line()).contains(says).endsWith(remedy).doesNotContain("\n");
    }

    @Test
    void aHealthyPlaceNeedsNoRemedy() {
        assertThat(findings().values())
                .allSatisfy(finding ->
                        assertThat(finding.grade()).as(finding.line()).isEqualTo(Finding.Grade.OK))
                .allSatisfy(finding -> assertThat(finding.remedy()).isEmpty())
                .hasSize(12);
    }

    @Test
    void aProcessorIsToldFromOneThatComputesConvolutionsWrong() {
        assertFinding("convolutions", Finding.Grade.OK, "right on this processor", "held before");
        convolutions = new ConvolutionCheck(false, true);
        assertFinding("convolutions", Finding.Grade.OK, "filled up to 16", "nobody wrote");
        convolutions = new ConvolutionCheck(false, false);
        assertFinding("convolutions", Finding.Grade.FAIL, "wrong", "→ export ONEDNN_MAX_CPU_ISA=AVX2");
    }

    @Test
    void anOldJavaOrARuntimeFails() {
        jshell = false;
        assertFinding("JDK", Finding.Grade.FAIL, "JShell is missing", "→ sudo apt install openjdk-17-jdk-headless");
        java = 11;
        assertFinding("JDK", Finding.Grade.FAIL, "Java 11, 17 or newer is needed", "openjdk-17-jdk-headless");
    }

    @Test
    void littleMemoryIsNotedAndTooLittleFails() {
        memory = 2 * GIB;
        assertFinding("memory", Finding.Grade.NOTE, "2.0 GiB, enough for one lesson", "04-forward-noising.ipynb");
        memory = GIB;
        assertFinding("memory", Finding.Grade.FAIL, "1.0 GiB", "→ docker run --memory 4g …");
    }

    @Test
    void missingFontsFailWithTheCauseBehindTheError() {
        text = () -> {
            throw new ExceptionInInitializerError(new NullPointerException("no fontconfig"));
        };
        assertFinding("fonts", Finding.Grade.FAIL, "no fontconfig", "fontconfig fonts-dejavu-core libfreetype6");
    }

    @Test
    void anEngineThatDoesNotStartFailsInOneLine() {
        engine = () -> {
            throw new UnsatisfiedLinkError("libtorch_cpu.so: file too short\nmore");
        };
        assertFinding(
                "engine",
                Finding.Grade.FAIL,
                "file too short",
                "→ rm -rf " + folder.resolve("cache").resolve("pytorch"));
    }

    @Test
    void aGpuThatWasAskedForAndIsNotThereFails() {
        engine = () -> {
            throw new IllegalStateException("NOISEBOOK_DEVICE=gpu, but no GPU was found");
        };
        environment = Map.of("NOISEBOOK_DEVICE", "gpu");
        assertFinding("engine", Finding.Grade.FAIL, "no GPU was found", "→ unset NOISEBOOK_DEVICE");
    }

    @Test
    void aGpuThatIsNotUsedHasItsReason() {
        driver = true;
        assertFinding("GPU", Finding.Grade.NOTE, "build for the CPU", "→ NOISEBOOK_DEVICE=gpu ./noisebook doctor");
        cpuBuild = false;
        assertFinding("GPU", Finding.Grade.NOTE, "PyTorch found none", "→ nvidia-smi");
        environment = Map.of("NOISEBOOK_DEVICE", "cpu");
        assertFinding("GPU", Finding.Grade.NOTE, "NOISEBOOK_DEVICE=cpu", "→ unset NOISEBOOK_DEVICE");
        engine = () -> "PyTorch on GPU 0";
        assertFinding("GPU", Finding.Grade.OK, "in use", "in use");
    }

    @Test
    void missingWeightsFail() throws IOException {
        Files.delete(folder.resolve("data/checkpoints/mnist/classifier.safetensors"));
        assertFinding("checkpoints", Finding.Grade.FAIL, "mnist", "→ git checkout -- data/checkpoints");
    }

    @Test
    void aDataFolderThatIsNotThereFails() {
        dataSet = () -> {
            throw new IllegalArgumentException("the data folder '/none' does not exist");
        };
        assertFinding("data", Finding.Grade.FAIL, "/none", "→ unset NOISEBOOK_DATA");
    }

    @Test
    void aJupyterThatIsMissingOrOldIsNoted() throws IOException {
        program("jupyter-notebook", "5.7.8");
        assertFinding("Jupyter", Finding.Grade.NOTE, "5.7.8: JupyterLab 3 or Notebook 6", "--user jupyterlab");
        program("jupyter-lab", "4.0.1");
        assertFinding("Jupyter", Finding.Grade.OK, "jupyter-lab 4.0.1", "");
        environment = Map.of("PATH", "/nowhere");
        assertFinding("Jupyter", Finding.Grade.NOTE, "not found", "→ python3 -m pip install --user jupyterlab");
    }

    @Test
    void aKernelWhoseJavaIsGoneIsNoted() {
        kernels = List.of(kernel(Path.of("/gone/bin/java")));
        assertFinding("kernel", Finding.Grade.NOTE, "/gone/bin/java", "→ ./noisebook kernel install");
        kernels = List.of();
        assertFinding("kernel", Finding.Grade.NOTE, "not installed", "→ ./noisebook kernel install");
    }

    @Test
    void noNetworkIsOnlyNoted() {
        network = () -> {
            throw new IOException("refused");
        };
        assertFinding("network", Finding.Grade.NOTE, "Maven Central is not reached", "useSystemProxies=true");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        file("cache", "a file where the folder should be");
        assertFinding("writing", Finding.Grade.NOTE, folder.resolve("cache").toString(), "");
    }
}
