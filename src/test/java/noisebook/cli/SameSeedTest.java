package noisebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import noisebook.data.DataSet;
import noisebook.lesson.LessonOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SameSeedTest {
    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        for (String name : new String[] {"dataset", "seed", "train"}) {
            System.clearProperty("noisebook." + name);
        }
    }

    /** Lesson 4 trains nothing until its last figure, whose sums depend on the number of threads. */
    @Test
    @Tag("slow")
    void figuresWithoutTrainingHaveTheSameBytesWhenMadeAgain() throws IOException {
        List<Path> lesson = Home.lessonNotebooks().stream()
                .filter(path -> path.getFileName().toString().startsWith("04"))
                .toList();
        Path once = Files.createDirectory(folder.resolve("once"));
        Path again = Files.createDirectory(folder.resolve("again"));
        figures(lesson, 42, once);
        figures(lesson, 42, again);
        List<Path> files = images(once);
        assertThat(files).hasSizeGreaterThan(5);
        assertThat(images(again)).isEqualTo(files);
        for (Path file : files) {
            assertThat(again.resolve(file)).as(file.toString()).hasSameBinaryContentAs(once.resolve(file));
        }
    }

    private static void figures(List<Path> lesson, long seed, Path out) throws IOException {
        new LessonOptions(DataSet.DRAWN_DIGITS, seed, false).apply();
        NotebookSeries.read(lesson)
                .run(java.time.Duration.ofMinutes(5), run -> Gallery.write(List.of(run), System.nanoTime(), out));
    }

    private static List<Path> images(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName)
                    .filter(file -> !file.toString().endsWith(".html")
                            && !file.toString().contains("4.8"))
                    .sorted()
                    .toList();
        }
    }
}
