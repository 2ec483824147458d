package noisebook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import noisebook.site.Book;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the lessons, as they were saved, as a book for the web. */
@Command(
        name = "site",
        description = "Writes the lessons with their saved outputs as a book of static pages that work offline.",
        mixinStandardHelpOptions = true)
final class SiteCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", description = "Where to (default: target/site of the project).")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        Book book = Book.of(Home.lessonNotebooks());
        Path out = Home.writable(folder == null ? Home.root().resolve("target/site") : folder, "--out");
        List<Path> pages = book.write(out);
        long largest = 0;
        for (Path page : pages) {
            largest = Math.max(largest, Files.size(page));
        }
        System.out.printf(
                "%d pages, the largest %d KB → %s%n", pages.size(), largest / 1000, out.resolve(Book.CONTENTS));
        return 0;
    }
}
