package noisebook.repl;

/**
 * The text of a cell and its name, from which offsets become lines and columns, both counted from 1.
 *
 * @param name what a reader calls it, such as {@code cell 3}
 * @param text the source
 */
record CellSource(String name, String text) {
    int lineAt(int offset) {
        return 1
                + (int) text.substring(0, clamp(offset))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    int columnAt(int offset) {
        int end = clamp(offset);
        return end - text.lastIndexOf('\n', end - 1);
    }

    String line(int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }

    String place(int line) {
        return name + ", line " + line;
    }

    private int clamp(int offset) {
        return Math.max(0, Math.min(offset, text.length()));
    }
}
