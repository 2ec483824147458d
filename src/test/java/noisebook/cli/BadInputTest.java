package noisebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong is said in one line with its value and the remedy; exit code 2 for wrong usage, 1 for failure; nothing half-written stays. */
final class BadInputTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void atHome() {
        System.setProperty("noisebook.home", folder.toString());
    }

    private void assertRefused(int expected, String[] command, String... words) throws IOException {
        int exitCode = Main.execute(command);
        assertThat(terminal.errors()).startsWith("noisebook: ").contains(words).doesNotContain("\tat ");
        assertThat(terminal.errors().lines()).as(terminal.errors()).hasSize(1);
        assertThat(exitCode).isEqualTo(expected);
        assertNothingHalfWritten();
    }

    private void assertNothingHalfWritten() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    private Path notebook(String source) throws IOException {
        String cell = "{\"cell_type\":\"code\",\"metadata\":{},\"source\":\"" + source.replace("\"", "\\\"") + "\"}";
        return Files.writeString(
                folder.resolve("1.ipynb"),
                "{\"nbformat\":4,\"nbformat_minor\":5,\"metadata\":{},\"cells\":[" + cell + "]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            paint                               | 'paint'
            figures --data cifar                | unknown data set 'cifar': use mnist
            figures --data fashion              | weights and checks for digits only, not for 'fashion': use mnist or drawn
            run --data cifar x.ipynb            | unknown data set 'cifar': use mnist
            train classifier --data cifar       | unknown data set 'cifar': use mnist
            train classifier --data scenes      | classifier learns from grey pictures in ten classes, not from drawn scenes
            train scene-judge --data drawn      | scene-judge learns from the drawn scenes alone, not from drawn digits
            figures --seed seven                | 'seven' is not a whole number
            run --timeout 0 x.ipynb             | at least 1 second, was 0
            run --timeout -5 x.ipynb            | at least 1 second, was -5
            run                                 | NOTEBOOK
            train vae-d0                        | no recipe is named 'vae-d0'; there are [classifier
            train --all classifier              | it takes no names, was given classifier
            train flow --budget soon            | 'soon' is no time: give seconds such as 60s, or minutes such as 2m
            train flow --budget 0s              | '0s' is no time: give seconds
            bench quality --budget 60s,-5       | '-5' is no time: give seconds
            """)
    void wrongUsage(String command, String words) throws IOException {
        assertRefused(2, command.split(" "), words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            noisebook.data.DrawnDigits.of("mine", 0, 1)                                       | at least 1 image, was asked for 0
            noisebook.data.DrawnDigits.of("mine", -5, 1)                                      | at least 1 image, was asked for -5
            noisebook.data.ImageSet.of("mine", 1, 28, 28, new byte[0], new int[0])            | a set needs at least one image, had none
            noisebook.math.NoiseSchedule.of(noisebook.math.NoiseSchedule.Kind.LINEAR, 50)     | 50
            noisebook.autoencoder.Autoencoder.mlp(0)                                          | latentDim must be at least 1, was 0
            noisebook.autoencoder.Autoencoder.mlp(2).decode(new double[][] {{1, 2, 3}})       | z must have shape (N, 2), was (1, 3)
            noisebook.train.TrainingOptions.of(-1, 64, 1e-3)                                  | steps must be at least 1, was -1
            """)
    void badValuesInACellAreNamedWithTheCell(String cell, String words) throws IOException {
        Path notebook = notebook(cell);
        String before = Files.readString(notebook);
        assertThat(Main.execute("run", notebook.toString())).isEqualTo(1);
        assertThat(terminal.errors().lines().filter(line -> line.startsWith("noisebook: ")))
                .singleElement()
                .asString()
                .contains("1.ipynb, cell 1", "IllegalArgumentException", words);
        assertThat(terminal.errors()).doesNotContain("    at ", "\tat ", "jdk.jshell", "java.base");
        assertThat(notebook).hasContent(before);
        assertNothingHalfWritten();
    }

    @Test
    void debugShowsAllOfAnErrorInACell() throws IOException {
        Path notebook = notebook("int zero = 0; 1 / zero");
        Main.execute("run", notebook.toString());
        assertThat(terminal.errors()).contains("--debug").doesNotContain("    at cell");
        Main.execute("--debug", "run", notebook.toString());
        assertThat(terminal.errors()).contains("    at cell 1, line 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                   | is not a notebook: it is not JSON
            []                                  | is not a notebook
            {"cells": []}                       | the field "nbformat" is missing
            {"nbformat": 3, "worksheets": []}   | has nbformat 3, expected 4; convert it with
            """)
    void whatIsNoNotebookIsNamedWithTheReason(String content, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.ipynb"), content);
        assertRefused(1, new String[] {"run", file.toString()}, "bad.ipynb", words);
        assertThat(file).hasContent(content);
    }

    @Test
    void missingNotebookIsNamed() throws IOException {
        assertRefused(1, new String[] {"run", "none.ipynb"}, "none.ipynb: no such notebook");
    }

    @Test
    void aFolderInPlaceOfANotebookIsNamed() throws IOException {
        assertRefused(1, new String[] {"run", folder.toString()}, folder + " cannot be read", "name an .ipynb file");
    }

    @Test
    void scenesAreNoDigits() throws IOException {
        assertRefused(
                1, new String[] {"draw", "7", "--data", "scenes"}, "--data scenes are no digits: use mnist or drawn");
    }

    @Test
    void missingDataFolderIsNamedBeforeAnythingRuns() throws IOException {
        System.setProperty("noisebook.data", folder.resolve("gone").toString());
        assertRefused(1, new String[] {"figures"}, "gone' does not exist: create it, or correct or unset");
        terminal.clear();
        assertRefused(1, new String[] {"train", "classifier"}, "gone' does not exist: create it, or correct or unset");
    }

    @Test
    void folderThatCannotBeWrittenIsNamed() throws IOException {
        String file = Files.writeString(folder.resolve("file"), "").toString();
        String notebook = notebook("1").toString();
        for (String[] command : List.of(
                new String[] {"run", notebook, "--out", file},
                new String[] {"train", "classifier", "--data", "drawn", "--out", file})) {
            terminal.clear();
            assertRefused(1, command, "cannot write to " + file, "choose another folder with --out");
        }
        terminal.clear();
        String[] bench = {"bench", "quality", "--data", "drawn", "--csv", file + "/numbers.csv"};
        assertRefused(1, bench, "cannot write to " + file, "choose another folder with --csv");
    }

    @Test
    void figuresRefusesAFolderThatCannotBeWrittenBeforeItWorks() throws IOException {
        Path marker = folder.resolve("ran");
        Files.createDirectories(folder.resolve("notebooks"));
        Files.move(
                notebook("Files.writeString(Path.of(\"" + marker + "\"), \"\")"), folder.resolve("notebooks/1.ipynb"));
        String file = Files.writeString(folder.resolve("file"), "").toString();
        assertRefused(1, new String[] {"figures", "--out", file}, "cannot write to " + file);
        assertThat(marker).doesNotExist();
    }

    @Test
    void aTrainingStateThatIsDamagedIsNamedAndKept() throws IOException {
        Path state = Files.writeString(folder.resolve("classifier.run"), "half a file");
        assertThat(Main.execute("train", "classifier", "--data", "drawn", "--out", folder.toString()))
                .isEqualTo(1);
        assertThat(terminal.errors().lines().reduce("", (first, last) -> last))
                .startsWith("noisebook: ")
                .contains("classifier.run");
        assertThat(state).hasContent("half a file");
        assertThat(folder.resolve("classifier.safetensors")).doesNotExist();
    }

    @Test
    void seedOfTheEnvironmentIsCheckedBeforeWorkStarts() throws IOException {
        System.setProperty("noisebook.seed", "seven");
        assertRefused(2, new String[] {"figures"}, "the seed must be a whole number, was seven");
    }

    @Test
    void brokenNotebookIsFoundBeforeAnyRuns() throws IOException {
        Path good = notebook("Files.writeString(Path.of(\"" + folder.resolve("ran") + "\"), \"\")");
        Path bad = Files.writeString(folder.resolve("2.ipynb"), "{");
        assertRefused(1, new String[] {"run", good.toString(), bad.toString()}, "2.ipynb is not a notebook");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void figuresWithoutNotebooksSaysWhereTheyShouldBe() throws IOException {
        assertRefused(1, new String[] {"figures"}, "no folder " + folder.resolve("notebooks"));
    }

    @Test
    void stackTraceOnlyWithDebug() {
        Main.execute("--debug", "run", "none.ipynb");
        assertThat(terminal.errors()).contains("java.io.IOException").contains("\tat ");
    }
}
