package noisebook.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noisebook.data.DataSet;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.denoising.SamplingListener;
import noisebook.denoising.Trajectory;
import noisebook.evaluate.Evaluator;
import noisebook.evaluate.Fcd;
import noisebook.io.WholeFile;
import noisebook.plot.Film;
import noisebook.plot.ImageGrid;
import noisebook.plot.Png;
import noisebook.zoo.Painter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws digits with the shipped weights. */
@Command(
        name = "draw",
        description = "Draws digits with the weights that are shipped, in seconds.",
        mixinStandardHelpOptions = true)
final class DrawCommand implements Callable<Integer> {
    private static final int MOST = 10_000;
    private static final int LISTED = 200;
    private static final int FRAMES = 24;
    private static final int HOLD = 150; // milliseconds a frame of the film

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(arity = "0..1", paramLabel = "DIGIT", description = "0 to 9; without it the digits come in turn.")
    private @Nullable Integer digit;

    @Option(
            names = "--model",
            arity = "0..1",
            fallbackValue = "",
            defaultValue = "flow",
            paramLabel = "NAME",
            description = "Which model draws (default: ${DEFAULT-VALUE}). Without a name: lists all, with their passes "
                    + "and FCD-28.")
    private String model = "flow";

    @Mixin
    private final DataSwitch data = new DataSwitch();

    @Option(names = "--count", paramLabel = "N", defaultValue = "16", description = "How many (default: 16).")
    private int count;

    @Option(names = "--steps", paramLabel = "S", description = "Steps of the walk (default: the model's own).")
    private @Nullable Integer steps;

    @Option(
            names = "--guidance",
            paramLabel = "W",
            defaultValue = "0",
            description = "Weight of classifier-free guidance, from -1; 0 is none (default: 0).")
    private double guidance;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed (default: 1).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "digits.png",
            description = "The picture, a PNG file (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("digits.png");

    @Option(names = "--film", paramLabel = "FILE", description = "The walk from noise, too: a GIF file.")
    private @Nullable Path film;

    @Override
    public Integer call() throws IOException {
        DataSet set = data.chosen();
        if (model.isEmpty()) {
            list(set);
            return 0;
        }
        try {
            draw(set, Painter.named(model));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }

    private void draw(DataSet set, Painter<?> painter) throws IOException {
        require(count >= 1 && count <= MOST, "--count must be from 1 to " + MOST + ", was " + count);
        require(digit == null || (digit >= 0 && digit <= 9), "the digit must be from 0 to 9, was " + digit);
        require(
                digit == null || painter.knowsClasses(),
                "the model " + painter.name() + " draws what it likes and cannot be asked for a " + digit
                        + ": leave the digit out, or take flow, reflow or cgan");
        require(
                steps == null || painter.walks(),
                "the model " + painter.name() + " draws in one pass: leave --steps out, or take flow, reflow or ddpm");
        require(steps == null || steps >= 1, "--steps must be at least 1, was " + steps);
        Home.writableFor(out, "--out");
        if (film != null) {
            Home.writableFor(film, "--film");
        }
        int wanted = steps == null ? painter.steps() : steps;
        Trajectory seen = film == null ? null : Trajectory.of(FRAMES);
        SamplingListener watched = seen == null ? SamplingListener.NONE : seen;
        SamplingListener told = painter.walks() ? watched.and(new WalkLines(System.err)) : watched;
        Images images = painter.draw(set, new Painter.Wish(labels(count), wanted, guidance, seed, told));
        WholeFile.write(out, Png.bytes(grid(images)));
        System.out.println(count + (count == 1 ? " digit" : " digits") + " by " + painter.name() + ", "
                + passes(painter.passes(wanted, guidance)) + " of the network each: " + out);
        if (seen != null && film != null) {
            WholeFile.write(film, film(seen, images).gif());
            System.out.println("the walk: " + film);
        }
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw wrong(message);
        }
    }

    private int[] labels(int n) {
        return IntStream.range(0, n).map(i -> digit == null ? i % 10 : digit).toArray();
    }

    private static String passes(int number) {
        return number == 1 ? "1 pass" : number + " passes";
    }

    /** As nearly square as whole rows allow. */
    private static BufferedImage grid(Images images) {
        return ImageGrid.of(images)
                .columns((int) Math.ceil(Math.sqrt(images.count())))
                .image();
    }

    private static Film film(Trajectory seen, Images last) {
        List<BufferedImage> frames = Stream.concat(
                        seen.frames().stream()
                                .map(frame ->
                                        grid(frame.noisy().in(PixelRange.UNIT).clipped())),
                        Stream.generate(() -> grid(last)).limit(FRAMES / 3))
                .toList();
        return Film.of("From noise", frames, frames.stream().map(frame -> "").toList())
                .milliseconds(HOLD);
    }

    private void list(DataSet set) throws IOException {
        Evaluator judge = Evaluator.load(set);
        System.out.printf("%-10s %-12s %7s %7s%n", "model", "draws", "passes", "FCD-28");
        Fcd fcd = null;
        for (Painter<?> painter : Painter.all()) {
            Painter.Wish wish = new Painter.Wish(labels(LISTED), painter.steps(), 0, seed, SamplingListener.NONE);
            fcd = judge.fcd(painter.draw(set, wish));
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %-12s %7d %7.1f%n",
                    painter.name(),
                    painter.knowsClasses() ? "what is asked" : "what it likes",
                    painter.passes(painter.steps(), 0),
                    fcd.distance());
        }
        if (fcd != null) {
            System.out.printf(
                    Locale.ROOT,
                    "FCD-28 of %d digits, features of the %s; as many real ones: %.1f%n",
                    LISTED,
                    fcd.extractor(),
                    fcd.floor());
        }
    }
}
