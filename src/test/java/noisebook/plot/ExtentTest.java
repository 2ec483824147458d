package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExtentTest {
    @Test
    void aFlatExtentGrowsAboutItsMiddle() {
        assertThat(new Extent(0, 10, 0, 1).atLeastAsSquareAs(.5)).isEqualTo(new Extent(0, 10, -2, 3));
        assertThat(new Extent(0, 1, 0, 10).atLeastAsSquareAs(.5)).isEqualTo(new Extent(-2, 3, 0, 10));
        assertThat(new Extent(0, 10, 0, 8).atLeastAsSquareAs(.5)).isEqualTo(new Extent(0, 10, 0, 8));
    }
}
