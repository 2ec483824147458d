package noisebook.cli;

import static noisebook.plot.Html.escape;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import noisebook.lesson.ArticleIndex;
import noisebook.lesson.Check;
import noisebook.lesson.Figure;
import noisebook.lesson.Lesson;

/** The gallery: one page without outside resources, with indexes by lesson and by article. */
final class GalleryPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --soft: #8881; --bad: #b3261e; --good: #1b6e3c; }
            @media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --good: #7ad69b; } }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
            h1 { margin: 0 0 .25rem; } h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
            section { margin: 2rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; overflow-x: auto; }
            section.failed { border-color: var(--bad); border-width: 2px; }
            figure { margin: 0; } img { max-width: 100%; height: auto; background: #fff; border-radius: .25rem; }
            table { border-collapse: collapse; margin: .75rem 0; font-size: .9rem; }
            th, td { padding: .2rem .6rem; text-align: left; border-bottom: 1px solid var(--line); }
            .facts { font-size: .85rem; opacity: .8; margin: .5rem 0 0; }
            .good { color: var(--good); } .bad { color: var(--bad); }
            pre { overflow-x: auto; background: var(--soft); padding: .75rem; border-radius: .25rem; }
            nav { columns: 20rem; } nav > div { break-inside: avoid; margin-bottom: 1rem; } nav ul { margin: 0; padding-left: 1.2rem; }
            """;

    private final List<LessonRun> runs;
    private final Cost cost;
    private final StringBuilder html = new StringBuilder();

    GalleryPage(List<LessonRun> runs, Cost cost) {
        this.runs = runs;
        this.cost = cost;
    }

    String html() {
        html.append(
                        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Noisebook: figures</title>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>Noisebook</h1>\n");
        summary();
        index();
        runs.forEach(this::lesson);
        return html.append("</body></html>\n").toString();
    }

    private void summary() {
        List<Check> checks = runs.stream().flatMap(run -> run.checks().stream()).toList();
        long failed = checks.stream().filter(check -> !check.passed()).count();
        long broken = runs.stream().filter(run -> run.error().isPresent()).count();
        long figures = runs.stream().mapToLong(run -> run.figures().size()).sum();
        html.append(String.format(
                Locale.ROOT,
                "<p>%d figures, %d checks: <b class=\"%s\">%s</b>%s; made in %s.</p>%n",
                figures,
                checks.size(),
                failed == 0 ? "good" : "bad",
                failed == 0 ? "all passed" : failed + " failed",
                broken == 0 ? "" : "; <b class=\"bad\">notebooks that ended with an error: " + broken + "</b>",
                cost));
    }

    private void index() {
        html.append("<nav>\n");
        for (LessonRun run : runs) {
            html.append("<div><b>").append(escape(name(run))).append("</b>\n<ul>\n");
            run.figures()
                    .forEach(figure -> html.append("<li>").append(link(figure)).append("</li>\n"));
            html.append("</ul></div>\n");
        }
        byArticle().forEach((article, sections) -> {
            ArticleIndex.Article known = ArticleIndex.ARTICLES.get(article);
            String title = article + " «" + (known == null ? "" : known.title()) + "»";
            html.append("<div><b>")
                    .append(escape(title))
                    .append("</b>\n")
                    .append(sections)
                    .append("</div>\n");
        });
        html.append("</nav>\n");
    }

    private ArticleIndex byArticle() {
        ArticleIndex index = new ArticleIndex();
        for (LessonRun run : runs) {
            for (Figure figure : run.figures()) {
                String link = "<a href=\"#" + id(figure) + "\">" + escape(figure.number()) + "</a>";
                figure.places().forEach(place -> index.add(place, link));
            }
        }
        return index;
    }

    private void lesson(LessonRun run) {
        html.append("<h2>").append(escape(name(run))).append("</h2>\n");
        run.lesson().ifPresent(lesson -> run.figures().forEach(figure -> figure(lesson, figure)));
        run.error()
                .ifPresent(error -> html.append("<section class=\"failed\"><b class=\"bad\">")
                        .append(escape(run.notebook().getFileName() + " ended early: " + error.summary()))
                        .append("</b><pre>")
                        .append(escape(String.join("\n", error.trace())))
                        .append("</pre></section>\n"));
    }

    private void figure(Lesson lesson, Figure figure) {
        html.append("<section id=\"")
                .append(id(figure))
                .append(figure.passed() ? "\">\n" : "\" class=\"failed\">\n")
                .append(figure.html())
                .append("\n<p class=\"facts\">");
        String places = figure.places().stream()
                .map(place -> place.article() + " · " + place.section())
                .collect(Collectors.joining("; "));
        html.append(escape(places.isEmpty() ? "" : places + " — "))
                .append(escape(String.format(
                        Locale.ROOT,
                        "data %s, seed %d, %s, %.1f s",
                        lesson.dataSet(),
                        lesson.seed(),
                        lesson.device(),
                        figure.seconds())))
                .append("</p></section>\n");
    }

    private static String name(LessonRun run) {
        return run.lesson()
                .map(lesson -> lesson.number() + ". " + lesson.title())
                .orElse(String.valueOf(run.notebook().getFileName()));
    }

    private static String link(Figure figure) {
        String mark = figure.passed() ? "" : " <span class=\"bad\">✗</span>";
        return "<a href=\"#" + id(figure) + "\">" + escape(figure.number() + " " + figure.title()) + "</a>" + mark;
    }

    private static String id(Figure figure) {
        return "figure-" + figure.number();
    }
}
