package noisebook.lesson;

import noisebook.plot.Html;

/** A figure as HTML that needs nothing else and follows the colours of the page around it; its checks are folded as long as all pass. */
final class FigureHtml {
    private static final String CELL = "<td style=\"text-align:left\">";

    private FigureHtml() {}

    static String of(Figure figure) {
        StringBuilder html = new StringBuilder("<figure style=\"margin:0\">\n");
        figure.exhibits()
                .forEach(exhibit -> html.append(exhibit.html(figure.title())).append('\n'));
        html.append("<figcaption><b>")
                .append(Html.escape(figure.number() + "  " + figure.title()))
                .append(".</b> ")
                .append(Html.escape(figure.caption()))
                .append("</figcaption>\n");
        appendChecks(html, figure);
        return html.append("</figure>").toString();
    }

    private static void appendChecks(StringBuilder html, Figure figure) {
        if (figure.checks().isEmpty()) {
            return;
        }
        long failed = figure.checks().stream().filter(check -> !check.passed()).count();
        html.append(
                failed == 0
                        ? "<details><summary>✓ " + count(figure.checks().size()) + " passed</summary>\n"
                        : "<details open><summary>✗ <b>" + failed + " of "
                                + count(figure.checks().size()) + " failed</b></summary>\n");
        html.append(
                "<table><thead><tr><th></th><th>check</th><th>expected</th><th>measured</th></tr></thead><tbody>\n");
        for (Check check : figure.checks()) {
            html.append("<tr>")
                    .append(CELL)
                    .append(check.passed() ? "✓ pass" : "✗ <b>fail</b>")
                    .append("</td>");
            for (String text : new String[] {check.name(), check.expected(), check.measured()}) {
                html.append(CELL).append(Html.escape(text)).append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table></details>\n");
    }

    private static String count(int checks) {
        return checks == 1 ? "1 check" : checks + " checks";
    }
}
