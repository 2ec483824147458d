package noisebook.cli;

/**
 * What the doctor found out about one thing.
 *
 * @param grade how grave it is
 * @param subject what was looked at, such as {@code memory}
 * @param says what is there, in one line
 * @param remedy a command that mends it; empty when nothing need be done
 */
record Finding(Grade grade, String subject, String says, String remedy) {
    /** How grave it is. */
    enum Grade {
        /** As it should be. */
        OK("ok  "),
        /** Something is missing that the lessons can do without. */
        NOTE("note"),
        /** The lessons cannot run. */
        FAIL("FAIL");

        private final String word;

        Grade(String word) {
            this.word = word;
        }
    }

    static Finding ok(String subject, String says) {
        return new Finding(Grade.OK, subject, says, "");
    }

    static Finding note(String subject, String says, String remedy) {
        return new Finding(Grade.NOTE, subject, says, remedy);
    }

    static Finding fail(String subject, String says, String remedy) {
        return new Finding(Grade.FAIL, subject, says, remedy);
    }

    /** One line, such as {@code note  Jupyter      not found   → sudo apt install jupyter-notebook}. */
    String line() {
        return String.format("%s  %-12s  %s%s", grade.word, subject, says, remedy.isEmpty() ? "" : "   → " + remedy);
    }
}
