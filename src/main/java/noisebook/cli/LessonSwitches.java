package noisebook.cli;

import java.time.Duration;
import java.util.Objects;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.lesson.LessonOptions;
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
    void apply() {
        if (timeoutSeconds < 1) {
            throw wrong("--timeout must be at least 1 second, was " + timeoutSeconds);
        }
        LessonOptions options = options(fromEnvironment());
        DataSets.available(); // a data folder that does not exist is said now, not in every notebook
        options.apply();
    }

    private LessonOptions options(LessonOptions given) {
        try {
            return new LessonOptions(
                    data == null ? given.dataSet() : data, seed == null ? given.seed() : seed, train || given.train());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds);
    }

    private LessonOptions fromEnvironment() {
        try {
            return LessonOptions.current();
        } catch (IllegalArgumentException e) {
            throw wrong("in the environment: " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }

    /** Reads the id of a data set. */
    static final class DataSetConverter implements ITypeConverter<DataSet> {
        @Override
        public DataSet convert(String id) {
            try {
                return DataSet.parse(id);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
