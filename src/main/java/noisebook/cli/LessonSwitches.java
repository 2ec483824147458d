package noisebook.cli;

import java.time.Duration;
import java.util.Locale;
import noisebook.data.DataSet;
import noisebook.notebook.LessonOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options of every command that runs lessons. */
final class LessonSwitches {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random (default: 42).")
    private @Nullable Long seed;

    @Option(
            names = "--data",
            paramLabel = "SET",
            converter = DataSetConverter.class,
            description =
                    "mnist (downloaded if missing) or drawn (digits drawn by the program). Default: mnist if it is there, else drawn.")
    private @Nullable DataSet data;

    @Option(names = "--train", description = "Train every model instead of reading its checkpoint.")
    private boolean train;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "3600",
            description = "Seconds a cell may take (default: ${DEFAULT-VALUE}).")
    private long timeoutSeconds;

    /** Makes these the options of the lessons; what was not given stays as the environment says. */
    LessonOptions apply() {
        LessonOptions given = LessonOptions.current();
        LessonOptions options = new LessonOptions(
                data == null ? given.dataSet() : data.id(), seed == null ? given.seed() : seed, train || given.train());
        options.apply();
        return options;
    }

    Duration timeout() {
        if (timeoutSeconds < 1 && command != null) {
            throw new ParameterException(
                    command.commandLine(), "--timeout must be at least 1 second, was " + timeoutSeconds);
        }
        return Duration.ofSeconds(timeoutSeconds);
    }

    /** Reads the id of a data set. */
    static final class DataSetConverter implements ITypeConverter<DataSet> {
        @Override
        public DataSet convert(String id) {
            try {
                return DataSet.parse(id.toLowerCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
