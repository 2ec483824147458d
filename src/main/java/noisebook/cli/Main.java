package noisebook.cli;

/** The command line of Noisebook. */
public final class Main {
    private Main() {}

    /**
     * Runs a command.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.out.println("noisebook");
    }
}
