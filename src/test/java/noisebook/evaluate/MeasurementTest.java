package noisebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MeasurementTest {
    private static final Measurement TWO = new Measurement(
                    "./noisebook bench quality", List.of("seconds", "guidance", "fcd"), List.of())
            .plus(60, 0, 41.5417)
            .plus(60.5, .25, 23.03);

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(Measurement.parse(TWO.lines())).isEqualTo(TWO);
        assertThat(TWO.lines())
                .containsExactly(
                        "# ./noisebook bench quality", "seconds,guidance,fcd", "60,0,41.5417", "60.5,0.25,23.03");
    }

    @Test
    void rowsAreChosenAndColumnsNamed() {
        assertThat(TWO.where("guidance", 0).column("fcd")).containsExactly(41.5417);
        assertThat(TWO.where("guidance", w -> w > 0).column("seconds")).containsExactly(60.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.column("recall"))
                .withMessage("a column must be one of [seconds, guidance, fcd], was recall");
    }

    @Test
    void whatIsNoMeasurementIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measurement.parse(List.of("a,b", "1,2")))
                .withMessageStartingWith("a measurement begins with '# '")
                .withMessageEndingWith("[a,b, 1,2]");
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.plus(1)).withMessageContaining("3 numbers");
    }

    @Test
    void whatIsShippedHasItsColumns() {
        assertThat(Measurement.shipped("time-to-quality").where("guidance", 0).column("fcd"))
                .isNotEmpty();
    }
}
