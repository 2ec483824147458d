package noisebook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Data flows one way; each outside library has its one place. */
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("noisebook");

    private static final String[] FAMILIES = {
        "noisebook.autoencoder..", "noisebook.vae..", "noisebook.gan..", "noisebook.diffusion..", "noisebook.flow.."
    };

    @Test
    void packagesFlowOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("math")
                .definedBy("noisebook.math..")
                .layer("data")
                .definedBy("noisebook.data..")
                .layer("tensor")
                .definedBy("noisebook.tensor..")
                .layer("nn")
                .definedBy("noisebook.nn..")
                .layer("train")
                .definedBy("noisebook.train..")
                .layer("families")
                .definedBy(FAMILIES)
                .layer("evaluate")
                .definedBy("noisebook.evaluate..")
                .layer("plot")
                .definedBy("noisebook.plot..")
                .layer("bench")
                .definedBy("noisebook.bench..")
                .layer("ipynb")
                .definedBy("noisebook.ipynb..")
                .layer("repl")
                .definedBy("noisebook.repl..")
                .layer("magic")
                .definedBy("noisebook.magic..")
                .layer("notebook")
                .definedBy("noisebook.notebook..")
                .layer("kernel")
                .definedBy("noisebook.kernel..")
                .layer("site")
                .definedBy("noisebook.site..")
                .layer("cli")
                .definedBy("noisebook.cli..")
                .whereLayer("math")
                .mayNotAccessAnyLayer()
                .whereLayer("data")
                .mayOnlyAccessLayers("math")
                .whereLayer("tensor")
                .mayOnlyAccessLayers("math", "data")
                .whereLayer("nn")
                .mayOnlyAccessLayers("math", "tensor")
                .whereLayer("train")
                .mayOnlyAccessLayers("math", "data", "tensor", "nn")
                .whereLayer("families")
                .mayOnlyAccessLayers("math", "data", "tensor", "nn", "train")
                .whereLayer("evaluate")
                .mayOnlyAccessLayers("math", "data", "tensor", "nn", "train", "families")
                .whereLayer("plot")
                .mayOnlyAccessLayers("math")
                .whereLayer("bench")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("repl")
                .mayNotAccessAnyLayer()
                .whereLayer("ipynb")
                .mayNotAccessAnyLayer()
                .whereLayer("magic")
                .mayOnlyAccessLayers("ipynb", "repl")
                .whereLayer("notebook")
                .mayOnlyBeAccessedByLayers("kernel", "site", "cli")
                .whereLayer("site")
                .mayOnlyAccessLayers("ipynb", "notebook")
                .whereLayer("kernel")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void familiesDoNotSeeEachOther() {
        slices().matching("noisebook.(autoencoder|vae|gan|diffusion|flow)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("noisebook.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theEngineStaysOutOfMathsDataPicturesAndTheKernel() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "noisebook.math..",
                        "noisebook.data..",
                        "noisebook.plot..",
                        "noisebook.ipynb..",
                        "noisebook.repl..",
                        "noisebook.magic..",
                        "noisebook.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(CLASSES);
    }

    @Test
    void onlyOneClassReachesBelowThePublicInterfaceOfTheEngine() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("noisebook.tensor.Torch")
                .and()
                .doNotHaveFullyQualifiedName("noisebook.tensor.ScriptedOp") // holds what Torch gives it
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl.pytorch..")
                .check(CLASSES);
    }

    @Test
    void socketsComeFromOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("noisebook.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.zeromq..")
                .check(CLASSES);
    }

    @Test
    void chartsComeFromOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("noisebook.plot..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.knowm..")
                .check(CLASSES);
    }
}
