package noisebook.cli;

import noisebook.data.DataSet;
import noisebook.data.DataSets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of every command that trains on one data set. */
final class DataSwitch {
    @Option(
            names = "--data",
            paramLabel = "SET",
            converter = LessonSwitches.DataSetConverter.class,
            description = "mnist or drawn. Default: mnist if it is there, else drawn.")
    private @Nullable DataSet data;

    /**
     * The set of digits that was asked for, or the default.
     *
     * @throws IllegalArgumentException when a set of other pictures was asked for
     */
    DataSet chosen() {
        DataSet set = data == null ? DataSets.available() : data;
        if (!set.grey()) {
            throw new IllegalArgumentException("--data " + set.id() + " are no digits: use mnist or drawn");
        }
        return set;
    }

    /** What was asked for, whatever it is; null for nothing. */
    @Nullable
    DataSet asked() {
        return data;
    }
}
