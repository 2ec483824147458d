package noisebook.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as one reads them. */
final class Durations {
    private static final Pattern GIVEN = Pattern.compile("([1-9][0-9]{0,5})(s|m)?");

    private Durations() {}

    /** Minutes and seconds, such as {@code 3:05}. */
    static String text(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    /** Reads a time that a user gives: {@code 60s}, {@code 2m}, or seconds alone. */
    static final class Converter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            Matcher given = GIVEN.matcher(text.strip());
            if (!given.matches()) {
                throw new TypeConversionException(
                        "'" + text + "' is no time: give seconds such as 60s, or minutes such as 2m");
            }
            int number = Integer.parseInt(given.group(1));
            return "m".equals(given.group(2)) ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
        }
    }
}
