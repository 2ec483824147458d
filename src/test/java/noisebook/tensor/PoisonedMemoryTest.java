package noisebook.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is computed does not depend on what memory held before, on this processor and on older ones, whose kernels PyTorch can be told to take. */
final class PoisonedMemoryTest {
    /** The sets of instructions that PyTorch's convolutions may be held to, and what the processor must have for it. */
    private static final Map<String, String> LIMITS =
            Map.of("AVX2", " avx2", "AVX512_CORE", " avx512bw", "AVX512_CORE_BF16", " avx512_bf16");

    static Stream<String> instructionSets() throws IOException {
        Path flags = Path.of("/proc/cpuinfo");
        String processor = Files.exists(flags) ? Files.readString(flags) : "";
        List<String> sets = new ArrayList<>(List.of("DEFAULT"));
        LIMITS.forEach((limit, flag) -> {
            if (processor.contains(flag)) {
                sets.add(limit);
            }
        });
        return sets.stream();
    }

    @ParameterizedTest
    @MethodSource("instructionSets")
    @Tag("slow")
    void everyRecipeComputesTheSameInAnyMemory(String instructions) throws Exception {
        String report = inAProcess(PoisonedMemory.class, Map.of("ONEDNN_MAX_CPU_ISA", instructions));
        assertThat(report).contains(" recipes, ").endsWith(", 0 wrong\n");
    }

    @Test
    void anOperatorThatReadsWhatItHasNotWrittenIsSeen() {
        Operator forgetful = ScriptedOp.of("x: Tensor) -> Tensor", "return torch.add(torch.empty_like(x), x)");
        OperatorCall call = new OperatorCall(
                forgetful, List.of(new OperatorCall.Input(new Shape(64, 32, 7, 7), false, false, true)), false);
        assertThat(call.problems()).singleElement().asString().contains("depends on what memory held before");
    }

    @Test
    void aConvolutionOfThisProjectIsRightOnThisProcessor() {
        assertThat(ConvolutionCheck.run().filled()).isTrue();
    }

    @Test
    void warningsOfTheEngineReachNobodyUnlessTheyAreAskedFor() throws Exception {
        assertThat(inAProcess(WarnedProgram.class, Map.of())).isEqualTo("copied\n");
        assertThat(inAProcess(WarnedProgram.class, Map.of("TORCH_CPP_LOG_LEVEL", "WARNING")))
                .contains("deprecated");
    }

    /** Does what PyTorch warns of. */
    static final class WarnedProgram {
        private WarnedProgram() {}

        public static void main(String[] args) {
            try (Scope scope = Scope.open()) {
                scope.manager().ones(new Shape(2)).copyTo(scope.manager().ones(new Shape(2)));
            }
            System.out.println("copied");
        }
    }

    /** What a program prints, to either stream. */
    private static String inAProcess(Class<?> program, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        program.getName())
                .redirectErrorStream(true);
        builder.environment().put("NOISEBOOK_DEVICE", "cpu");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
