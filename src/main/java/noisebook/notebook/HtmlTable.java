package noisebook.notebook;

import noisebook.plot.Html;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table as HTML, cut after 50 rows. */
public final class HtmlTable {
    private static final int MAX_ROWS = 50;

    private HtmlTable() {}

    public static String of(Table table) {
        StringBuilder html = new StringBuilder("<table><thead><tr>");
        table.columns().forEach(column -> cell(html, "th", column.name()));
        html.append("</tr></thead><tbody>\n");
        int rows = Math.min(table.rowCount(), MAX_ROWS);
        for (int row = 0; row < rows; row++) {
            html.append("<tr>");
            for (Column<?> column : table.columns()) {
                cell(html, "td", column.getString(row));
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table>");
        if (rows < table.rowCount()) {
            html.append("<p>… ").append(table.rowCount() - rows).append(" more rows</p>");
        }
        return html.toString();
    }

    private static void cell(StringBuilder html, String tag, String text) {
        html.append('<')
                .append(tag)
                .append('>')
                .append(Html.escape(text))
                .append("</")
                .append(tag)
                .append('>');
    }
}
