package noisebook.evaluate;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noisebook.io.Resource;
import noisebook.math.Require;

/**
 * Numbers that a bench measured once, for minutes of training are not repeated in a lesson: comma-separated values under a line that says how they were made.
 *
 * @param about the command, the machine, the day
 * @param columns their names
 * @param rows numbers, one for each column
 */
public record Measurement(String about, List<String> columns, List<List<Double>> rows) {
    private static final MathContext DIGITS = new MathContext(6);

    /** Takes what is measured, a row as soon as it is there. */
    @FunctionalInterface
    public interface Rows {
        /** Takes a row, one number for each column. */
        void add(double... row) throws IOException;
    }

    /**
     * One that is shipped.
     *
     * @param name such as {@code time-to-quality} of {@code ./noisebook bench quality}
     */
    public static Measurement shipped(String name) {
        return parse(Resource.text(Measurement.class, name + ".csv").lines().toList());
    }

    /** Reads what {@link #lines} gives. */
    static Measurement parse(List<String> lines) {
        if (lines.size() < 2 || !lines.get(0).startsWith("# ")) {
            throw new IllegalArgumentException(
                    "a measurement begins with '# ', how it was made, and then the names of its columns; this one begins with "
                            + lines.stream().limit(2).toList());
        }
        List<List<Double>> rows = lines.stream()
                .skip(2)
                .map(line -> Arrays.stream(line.split(",")).map(Double::valueOf).toList())
                .toList();
        return new Measurement(lines.get(0).substring(2), List.of(lines.get(1).split(",")), rows);
    }

    /** Checks the number of numbers. */
    public Measurement {
        for (List<Double> row : rows) {
            Require.that(
                    row.size() == columns.size(), "a row must have " + columns.size() + " numbers, not", row.size());
        }
    }

    /** With one more row. */
    public Measurement plus(double... row) {
        List<Double> numbers = Arrays.stream(row).boxed().toList();
        return new Measurement(
                about, columns, Stream.concat(rows.stream(), Stream.of(numbers)).toList());
    }

    /** As comma-separated values under a line that says how it was made; numbers with six digits. */
    public List<String> lines() {
        Stream<String> numbers =
                rows.stream().map(row -> row.stream().map(Measurement::text).collect(Collectors.joining(",")));
        return Stream.concat(Stream.of("# " + about, String.join(",", columns)), numbers)
                .toList();
    }

    private static String text(double number) {
        return new BigDecimal(number, DIGITS).stripTrailingZeros().toPlainString();
    }

    /** The rows whose number in a column is as wanted. */
    public Measurement where(String column, DoublePredicate wanted) {
        int k = index(column);
        return new Measurement(
                about,
                columns,
                rows.stream().filter(row -> wanted.test(row.get(k))).toList());
    }

    /** The rows that have a number in a column. */
    public Measurement where(String column, double number) {
        return where(column, x -> x == number);
    }

    /** The numbers of a column. */
    public double[] column(String name) {
        int k = index(name);
        return rows.stream().mapToDouble(row -> row.get(k)).toArray();
    }

    private int index(String column) {
        int k = columns.indexOf(column);
        Require.that(k >= 0, "a column must be one of " + columns, column);
        return k;
    }
}
