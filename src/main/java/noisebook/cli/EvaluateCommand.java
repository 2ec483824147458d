package noisebook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.Images;
import noisebook.data.Split;
import noisebook.evaluate.DigitClassifier;
import noisebook.evaluate.Evaluator;
import noisebook.evaluate.Judgement;
import noisebook.evaluate.SampleFiles;
import noisebook.math.Doubles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges generated digits that lie in files, beside as many real ones. */
@Command(
        name = "evaluate",
        description = "Judges generated digits: FCD-28, precision, recall, confidence and classes, beside as many real "
                + "images. The features are those of the classifier shipped for the data set.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private static final double SURE = .9;

    @Option(
            names = "--samples",
            required = true,
            paramLabel = "PATH",
            description = "A folder of 28×28 PNG files, or an NPZ file with one array (n, 28, 28) or (n, 784).")
    private Path samples = Path.of("");

    @Option(
            names = "--against",
            paramLabel = "SET",
            converter = LessonSwitches.DataSetConverter.class,
            description = "mnist or drawn. Default: mnist if it is there, else drawn.")
    private @Nullable DataSet against;

    @Override
    public Integer call() throws IOException {
        Images images = SampleFiles.read(samples);
        Split split = DataSets.load(against == null ? DataSets.available() : against);
        Evaluator evaluator = Evaluator.of(split);
        Judgement generated = judge(evaluator, images);
        int n = generated.fcd().samples();
        print(generated, evaluator.judge(evaluator.realTraining(n).images()));
        return 0;
    }

    private Judgement judge(Evaluator evaluator, Images images) throws IOException {
        try {
            return evaluator.judge(images);
        } catch (IllegalArgumentException e) {
            throw new IOException(samples + ": " + e.getMessage(), e);
        }
    }

    private void print(Judgement generated, Judgement real) {
        System.out.printf("%s, seen by the %s%n", samples, generated.fcd().extractor());
        line("", "samples", "real");
        number("images, n", "%,.0f", j -> j.fcd().samples(), generated, real);
        number("FCD-28 against the test images", "%.2f", j -> j.fcd().distance(), generated, real);
        String compared = String.format(Locale.ROOT, " (first %,d)", generated.compared());
        number("precision" + compared, "%.3f", j -> j.precisionRecall().precision(), generated, real);
        number("recall" + compared, "%.3f", j -> j.precisionRecall().recall(), generated, real);
        number("median confidence", "%.3f", j -> Doubles.median(j.predictions().confidence()), generated, real);
        number("confidence of .9 or more", "%.3f", j -> 1 - j.predictions().shareBelow(SURE), generated, real);
        for (int digit = 0; digit < DigitClassifier.CLASSES; digit++) {
            int shown = digit;
            number("taken for " + digit, "%.3f", j -> share(j, shown), generated, real);
        }
    }

    private static void number(
            String name, String format, Function<Judgement, Number> value, Judgement generated, Judgement real) {
        line(
                name,
                String.format(Locale.ROOT, format, value.apply(generated).doubleValue()),
                String.format(Locale.ROOT, format, value.apply(real).doubleValue()));
    }

    private static void line(String name, String generated, String real) {
        System.out.println(String.format(Locale.ROOT, "%-32s %10s %10s", name, generated, real));
    }

    private static double share(Judgement judgement, int digit) {
        return judgement.predictions().histogram()[digit]
                / (double) judgement.predictions().size();
    }
}
