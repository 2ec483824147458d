package noisebook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Data flows one way; each outside library has its one place. */
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("noisebook");

    private static final String[] FAMILIES = {
        "noisebook.autoencoder..",
        "noisebook.vae..",
        "noisebook.gan..",
        "noisebook.diffusion..",
        "noisebook.flow..",
        "noisebook.density..",
        "noisebook.text.."
    };

    /** What is made of several families, or judged by a network while it is trained. */
    private static final String[] COMPOSED = {
        "noisebook.clip..",
        "noisebook.latent..",
        "noisebook.edit..",
        "noisebook.superres..",
        "noisebook.distill..",
        "noisebook.arena.."
    };

    @Test
    void packagesFlowOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("io")
                .definedBy("noisebook.io..")
                .layer("math")
                .definedBy("noisebook.math..")
                .layer("picture")
                .definedBy("noisebook.picture..")
                .layer("data")
                .definedBy("noisebook.data..")
                .layer("tensor")
                .definedBy("noisebook.tensor..")
                .layer("nn")
                .definedBy("noisebook.nn..")
                .layer("train")
                .definedBy("noisebook.train..")
                .layer("denoising")
                .definedBy("noisebook.denoising..")
                .layer("families")
                .definedBy(FAMILIES)
                .layer("evaluate")
                .definedBy("noisebook.evaluate..")
                .layer("composed")
                .definedBy(COMPOSED)
                .layer("zoo")
                .definedBy("noisebook.zoo..")
                .layer("plot")
                .definedBy("noisebook.plot..")
                .layer("ipynb")
                .definedBy("noisebook.ipynb..")
                .layer("repl")
                .definedBy("noisebook.repl..")
                .layer("magic")
                .definedBy("noisebook.magic..")
                .layer("notebook")
                .definedBy("noisebook.notebook..")
                .layer("touch")
                .definedBy("noisebook.touch..")
                .layer("lesson")
                .definedBy("noisebook.lesson..")
                .layer("kernel")
                .definedBy("noisebook.kernel..")
                .layer("jupyter")
                .definedBy("noisebook.jupyter..")
                .layer("site")
                .definedBy("noisebook.site..")
                .layer("bench")
                .definedBy("noisebook.bench..")
                .layer("cli")
                .definedBy("noisebook.cli..")
                .whereLayer("io")
                .mayNotAccessAnyLayer()
                .whereLayer("math")
                .mayNotAccessAnyLayer()
                .whereLayer("picture")
                .mayOnlyAccessLayers("io", "math")
                .whereLayer("data")
                .mayOnlyAccessLayers("math")
                .whereLayer("tensor")
                .mayOnlyAccessLayers("io", "math", "data")
                .whereLayer("nn")
                .mayOnlyAccessLayers("math", "tensor")
                .whereLayer("train")
                .mayOnlyAccessLayers("math", "data", "tensor", "nn")
                .whereLayer("denoising")
                .mayOnlyAccessLayers("math", "data", "tensor", "nn", "train")
                .whereLayer("families")
                .mayOnlyAccessLayers("math", "picture", "data", "tensor", "nn", "train", "denoising")
                .whereLayer("evaluate")
                .mayOnlyAccessLayers("io", "math", "data", "tensor", "nn", "train", "denoising", "families")
                .whereLayer("composed")
                .mayOnlyAccessLayers(
                        "math", "picture", "data", "tensor", "nn", "train", "denoising", "families", "evaluate")
                .whereLayer("zoo")
                .mayOnlyAccessLayers(
                        "math",
                        "picture",
                        "data",
                        "tensor",
                        "nn",
                        "train",
                        "denoising",
                        "families",
                        "evaluate",
                        "composed")
                .whereLayer("plot")
                .mayOnlyAccessLayers("io", "math", "data")
                .whereLayer("ipynb")
                .mayOnlyAccessLayers("io")
                .whereLayer("repl")
                .mayNotAccessAnyLayer()
                .whereLayer("magic")
                .mayOnlyAccessLayers("ipynb", "repl")
                .whereLayer("notebook")
                .mayOnlyAccessLayers("math", "data", "tensor", "plot", "ipynb", "repl", "magic")
                .whereLayer("lesson")
                .mayOnlyAccessLayers(
                        "io",
                        "math",
                        "picture",
                        "data",
                        "tensor",
                        "nn",
                        "train",
                        "denoising",
                        "families",
                        "evaluate",
                        "composed",
                        "plot",
                        "notebook",
                        "touch")
                .whereLayer("touch")
                .mayOnlyAccessLayers(
                        "math", "data", "tensor", "nn", "families", "evaluate", "composed", "plot", "notebook")
                .whereLayer("kernel")
                .mayOnlyAccessLayers("ipynb", "repl", "magic", "notebook")
                .whereLayer("jupyter")
                .mayOnlyAccessLayers("io", "kernel")
                .whereLayer("site")
                .mayOnlyAccessLayers("io", "ipynb", "plot", "notebook", "lesson")
                .whereLayer("bench")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void familiesDoNotSeeEachOther() {
        slices().matching("noisebook.(autoencoder|vae|gan|diffusion|flow|density|text)..")
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
                        "noisebook.picture..",
                        "noisebook.kernel..",
                        "noisebook.jupyter..")
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

    /** DJL lays the number in a Java buffer that the recorded graph points into when it is gone; {@code Ops.scale} does not. */
    @Test
    void whatMayBeDifferentiatedIsScaledByOps() {
        String[] models = Stream.of(
                        Arrays.stream(FAMILIES),
                        Arrays.stream(COMPOSED),
                        Stream.of("noisebook.nn..", "noisebook.denoising..", "noisebook.train.."))
                .flatMap(packages -> packages)
                .toArray(String[]::new);
        for (String operator : List.of("mul", "div", "pow")) {
            noClasses()
                    .that()
                    .resideInAnyPackage(models)
                    .should()
                    .callMethod(NDArray.class, operator, Number.class)
                    .check(CLASSES);
        }
    }
}
