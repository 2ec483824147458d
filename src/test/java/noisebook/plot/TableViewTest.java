package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

final class TableViewTest {
    @Test
    void rowsBecomeTextsWithFourDigits() {
        Table table = TableView.of("FCD-28", "prior", "n (1)", "FCD-28 (1)")
                .row("N(0, I)", 10_000, 41.26713)
                .row("box", 10_000, 310f)
                .table();
        assertThat(table.name()).isEqualTo("FCD-28");
        assertThat(table.columnNames()).containsExactly("prior", "n (1)", "FCD-28 (1)");
        assertThat(table.stringColumn(2).asList()).containsExactly("41.27", "310");
        assertThat(table.getString(0, 1)).isEqualTo("10000");
    }

    @Test
    void rowsMustFillTheColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableView.of("t", "a", "b").row(1))
                .withMessage("cells and columns must be equally long, were 1 and 2");
        assertThatIllegalArgumentException().isThrownBy(() -> TableView.of("t")).withMessageContaining("empty");
    }
}
