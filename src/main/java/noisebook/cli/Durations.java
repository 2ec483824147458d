package noisebook.cli;

import java.util.Locale;

/** Times as one reads them. */
final class Durations {
    private Durations() {}

    /** Minutes and seconds, such as {@code 3:05}. */
    static String text(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
