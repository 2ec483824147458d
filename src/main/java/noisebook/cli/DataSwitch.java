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

    /** The set that was asked for, or the default. */
    DataSet chosen() {
        return data == null ? DataSets.available() : data;
    }
}
