package noisebook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The command line of Noisebook. Exit code 0 when all went well, 1 on failure, 2 on wrong usage. */
@Command(
        name = "noisebook",
        description = "Generative computer vision as notebooks: every figure computed, every formula tested.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            FiguresCommand.class,
            SiteCommand.class,
            RunCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            LabCommand.class,
            DoctorCommand.class,
            KernelCommand.class,
            BenchCommand.class
        })
public final class Main {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    private Main() {}

    /** Whether stack traces were asked for. */
    boolean debug() {
        return debug;
    }

    /**
     * Runs a command and exits.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** Runs a command and returns the exit code. */
    static int execute(String... args) {
        Main main = new Main();
        CommandLine line = new CommandLine(main);
        line.registerConverter(Long.class, Main::wholeNumber);
        line.registerConverter(long.class, Main::wholeNumber);
        line.setParameterExceptionHandler(Main::reportUsage);
        line.setExecutionExceptionHandler(main::reportFailure);
        return args.length == 0 ? line.execute("--help") : line.execute(args);
    }

    private static long wholeNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number");
        }
    }

    private static int reportUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .println("noisebook: " + firstLine(e) + " (see "
                        + command.getCommandSpec().qualifiedName() + " --help)");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private int reportFailure(Exception e, CommandLine command, ParseResult result) {
        boolean expected = e instanceof IOException
                || e instanceof UncheckedIOException
                || e instanceof IllegalArgumentException; // bad input, said in words
        command.getErr().println("noisebook: " + (expected ? "" : e.getClass().getSimpleName() + ": ") + firstLine(e));
        if (debug) {
            e.printStackTrace(command.getErr());
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** The version in the manifest of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"noisebook " + number()};
        }

        static String number() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "from source" : version;
        }
    }
}
