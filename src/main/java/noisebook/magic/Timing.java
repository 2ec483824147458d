package noisebook.magic;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.DoubleStream;
import noisebook.repl.Evaluation;
import noisebook.repl.JavaSession;

/** Measures code: once, or again and again in a loop of its own. */
final class Timing {
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = Duration.ofMillis(200).toNanos();
    /** Code that costs nothing, or that the compiler finds useless, ends here. */
    private static final long MOST_LOOPS = 1L << 30;

    private static final String LOOP = "noisebookTimeit";

    private final JavaSession session;

    Timing(JavaSession session) {
        this.session = session;
    }

    Evaluation time(Call call) {
        return measure(call, call.part().source());
    }

    Evaluation timeCell(Call call) {
        return measure(call, call.part().body());
    }

    private Evaluation measure(Call call, String source) {
        if (source.isBlank()) {
            throw new UsageException("there is nothing to time");
        }
        long start = System.nanoTime();
        Evaluation result = session.run(call.cell(), source, call.timeLeft());
        System.out.println("took " + readable((double) (System.nanoTime() - start)));
        return result;
    }

    /** Doubles the number of loops until a round takes long enough, then takes the mean over some rounds. */
    Evaluation repeat(Call call) {
        Evaluation defined = define(call);
        if (defined.error() != null) {
            return defined;
        }
        long loops = 1;
        Evaluation round = round(call, loops);
        while (round.value() instanceof Long nanos && nanos < ROUND_NANOS && loops < MOST_LOOPS) {
            loops *= 2;
            round = round(call, loops);
        }
        if (round.error() != null) {
            return round;
        }
        double[] perLoop = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            round = round(call, loops);
            if (!(round.value() instanceof Long nanos)) {
                return round;
            }
            perLoop[i] = (double) nanos / loops;
        }
        print(perLoop, loops);
        return Magic.NOTHING;
    }

    /** A method with the loop in it. The code may be a statement, or an expression whose value is dropped. */
    private Evaluation define(Call call) {
        String code = call.arguments().replaceFirst(";\\s*$", "");
        if (code.isEmpty()) {
            throw new UsageException("there is nothing to time");
        }
        Evaluation asStatement = session.run(call.cell(), loop(code + ";"), call.timeLeft());
        if (asStatement.error() == null) {
            return asStatement;
        }
        Evaluation asValue = session.run(call.cell(), loop("var value = " + code + ";"), call.timeLeft());
        return asValue.error() == null ? asValue : asStatement;
    }

    private static String loop(String statement) {
        return "long " + LOOP + "(long loops) throws Throwable { long start = System.nanoTime();"
                + " for (long loop = 0; loop < loops; loop++) { " + statement
                + " } return System.nanoTime() - start; }";
    }

    private Evaluation round(Call call, long loops) {
        return session.run(call.cell(), LOOP + "(" + loops + "L)", call.timeLeft());
    }

    private static void print(double[] perLoop, long loops) {
        double mean = DoubleStream.of(perLoop).average().orElseThrow();
        double variance = DoubleStream.of(perLoop)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        System.out.println(readable(mean) + " ± " + readable(Math.sqrt(variance)) + " per loop (mean and deviation of "
                + perLoop.length + " rounds of " + loops + " loops)");
    }

    /** Nanoseconds in the unit that suits them. */
    static String readable(double nanos) {
        String[] units = {"ns", "µs", "ms"};
        double value = nanos;
        for (String unit : units) {
            if (value < 1_000) {
                return String.format(
                        Locale.ROOT, value < 10 ? "%.2f %s" : value < 100 ? "%.1f %s" : "%.0f %s", value, unit);
            }
            value /= 1_000;
        }
        return String.format(Locale.ROOT, value < 60 ? "%.2f s" : "%.0f s", value);
    }
}
