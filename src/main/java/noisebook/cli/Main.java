package noisebook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
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
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private static final List<Class<?>> COMMANDS = List.of(
            FiguresCommand.class,
            SiteCommand.class,
            RunCommand.class,
            TrainCommand.class,
            DrawCommand.class,
            EvaluateCommand.class,
            LabCommand.class,
            DoctorCommand.class,
            KernelCommand.class,
            BenchCommand.class);

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
        for (Class<?> command : COMMANDS) {
            addCommand(line, command, List.of(args));
        }
        line.registerConverter(Long.class, new WholeNumber());
        line.registerConverter(long.class, new WholeNumber());
        Complaints complaints = new Complaints(main);
        line.setParameterExceptionHandler(complaints);
        line.setExecutionExceptionHandler(complaints);
        return args.length == 0 ? line.execute("--help") : line.execute(args);
    }

    /** Adds a command: whole if it is asked for, else by its name and its description, for the options of all take time to read. */
    private static void addCommand(CommandLine line, Class<?> command, List<String> words) {
        Command about = Objects.requireNonNull(command.getAnnotation(Command.class));
        CommandSpec known = CommandSpec.create().usageMessage(new UsageMessageSpec().description(about.description()));
        line.addSubcommand(about.name(), words.contains(about.name()) ? command : known);
    }

    // Classes, for a lambda with an interface as old as those of picocli keeps the JVM from archiving either.

    /** Reads a number, and says in words when it is none. */
    private static final class WholeNumber implements CommandLine.ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is not a whole number");
            }
        }
    }

    /** Says in one line what went wrong. */
    private record Complaints(Main main) implements IParameterExceptionHandler, IExecutionExceptionHandler {
        @Override
        public int handleParseException(ParameterException e, String[] args) {
            CommandLine command = e.getCommandLine();
            command.getErr()
                    .println("noisebook: " + firstLine(e) + " (see "
                            + command.getCommandSpec().qualifiedName() + " --help)");
            return command.getCommandSpec().exitCodeOnInvalidInput();
        }

        @Override
        public int handleExecutionException(Exception e, CommandLine command, @Nullable ParseResult result) {
            boolean expected = e instanceof IOException
                    || e instanceof UncheckedIOException
                    || e instanceof IllegalArgumentException; // bad input, said in words
            command.getErr()
                    .println("noisebook: " + (expected ? "" : e.getClass().getSimpleName() + ": ") + firstLine(e));
            if (main.debug()) {
                e.printStackTrace(command.getErr());
            }
            return command.getCommandSpec().exitCodeOnExecutionException();
        }

        private static String firstLine(Exception e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
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
