package noisebook.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says whether the lessons can run here, and how to mend what stands in their way. */
@Command(
        name = "doctor",
        description = "Looks at JDK, memory, native libraries, GPU, Jupyter, data and network: one line each, with the"
                + " command that mends it. Exit code 0 when the lessons can run, 1 otherwise.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        new Examination(Machine.here()).run(finding -> {
            System.out.println(finding.line());
            findings.add(finding);
        });
        boolean runs = findings.stream().noneMatch(finding -> finding.grade() == Finding.Grade.FAIL);
        System.out.println(runs ? "The lessons can run here." : "The lessons cannot run here: see FAIL above.");
        return runs ? 0 : 1;
    }
}
