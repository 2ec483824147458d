package noisebook.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import noisebook.io.Resource;

/**
 * How good samples become with the seconds of training: numbers that {@code ./noisebook bench quality} measured once, for minutes of training
 * are not repeated in a lesson.
 *
 * @param about how they were measured: the command, the machine, the day
 * @param points one for each training and guidance, in ascending seconds
 */
public record TimeToQuality(String about, List<Point> points) {
    private static final String COLUMNS =
            "budget,seconds,steps,width,velocity-mse,guidance,fcd,floor,samples,sure,as-asked";

    /**
     * One training, its samples drawn with one guidance.
     *
     * @param budget seconds that were given
     * @param seconds that the training took by the clock, with the timing of its steps
     * @param steps of the optimiser
     * @param width of the network
     * @param velocityMse on the test images
     * @param guidance w
     * @param fcd FCD-28 of the samples
     * @param floor of as many real images
     * @param samples n
     * @param sure share of samples of which the classifier is at least .9 sure
     * @param asAsked share of samples taken for the digit that was asked for
     */
    public record Point(
            int budget,
            double seconds,
            int steps,
            int width,
            double velocityMse,
            double guidance,
            double fcd,
            double floor,
            int samples,
            double sure,
            double asAsked) {
        private String line() {
            return String.format(
                    Locale.ROOT,
                    "%d,%.1f,%d,%d,%.4f,%.2f,%.2f,%.2f,%d,%.4f,%.4f",
                    budget,
                    seconds,
                    steps,
                    width,
                    velocityMse,
                    guidance,
                    fcd,
                    floor,
                    samples,
                    sure,
                    asAsked);
        }

        private static Point parse(String line) {
            double[] x = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Point((int) x[0], x[1], (int) x[2], (int) x[3], x[4], x[5], x[6], x[7], (int) x[8], x[9], x[10]);
        }
    }

    /** The measurement that is shipped: MNIST, two cores. */
    public static TimeToQuality measured() {
        return parse(Resource.text(TimeToQuality.class, "time-to-quality.csv")
                .lines()
                .toList());
    }

    /** Reads what {@link #lines} gives. */
    static TimeToQuality parse(List<String> lines) {
        if (lines.size() < 3 || !lines.get(0).startsWith("# ") || !lines.get(1).equals(COLUMNS)) {
            throw new IllegalArgumentException("a measurement begins with '# ', how it was made, and then " + COLUMNS
                    + "; this one begins with " + lines.stream().limit(2).toList());
        }
        return new TimeToQuality(
                lines.get(0).substring(2),
                lines.stream().skip(2).map(Point::parse).toList());
    }

    /** As a table of comma-separated values under a line that says how it was made. */
    public List<String> lines() {
        return Stream.concat(Stream.of("# " + about, COLUMNS), points.stream().map(Point::line))
                .toList();
    }

    /** The points drawn with guidance, or those without. */
    public List<Point> guided(boolean wanted) {
        return points.stream().filter(point -> point.guidance() > 0 == wanted).toList();
    }
}
