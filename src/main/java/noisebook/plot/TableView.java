package noisebook.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import noisebook.math.Require;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A table built row by row, its numbers written with four significant digits.
 *
 * <pre>{@code
 * TableView.of("What a random z decodes to", "prior", "d", "FCD-28")
 *         .row("N(0, I)", 2, 41.27)
 *         .row("N(0, I)", 30, 310.4)
 *         .table()
 * }</pre>
 *
 * @param title above the table
 * @param columns names with units
 * @param rows one text per column
 */
public record TableView(String title, List<String> columns, List<List<String>> rows) {
    /** Copies what it is given. */
    public TableView {
        Require.notEmpty("columns of \"" + title + "\"", columns);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A table without rows. */
    public static TableView of(String title, String... columns) {
        return new TableView(title, List.of(columns), List.of());
    }

    /**
     * One more row.
     *
     * @throws IllegalArgumentException if there are not as many cells as columns
     */
    public TableView row(Object... cells) {
        Require.sameLength("cells", cells.length, "columns", columns.size());
        List<String> texts = Stream.of(cells).map(TableView::text).toList();
        return new TableView(
                title, columns, Stream.concat(rows.stream(), Stream.of(texts)).toList());
    }

    private static String text(Object cell) {
        return cell instanceof Double || cell instanceof Float
                ? Ticks.text(((Number) cell).doubleValue())
                : cell.toString();
    }

    /** The Tablesaw table: one text column each. */
    public Table table() {
        Table table = Table.create(title);
        for (int column = 0; column < columns.size(); column++) {
            List<String> texts = new ArrayList<>();
            for (List<String> row : rows) {
                texts.add(row.get(column));
            }
            table.addColumns(StringColumn.create(columns.get(column), texts));
        }
        return table;
    }
}
