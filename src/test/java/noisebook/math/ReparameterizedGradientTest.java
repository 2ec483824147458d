package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ReparameterizedGradientTest {
    @Test
    void ofASquareIsTwiceTheParameters() {
        ReparameterizedGradient gradient = ReparameterizedGradient.of(z -> 2 * z, 1.5, .4); // E z² = mu² + sigma²
        assertThat(gradient.mu()).isCloseTo(3, within(1e-9));
        assertThat(gradient.sigma()).isCloseTo(.8, within(1e-9));
    }

    @Test
    void equalsDifferencesOfTheExpectation() {
        ReparameterizedGradient inside = ReparameterizedGradient.of(Math::cos, .7, 1.3);
        ReparameterizedGradient outside = ReparameterizedGradient.byDifferences(Math::sin, .7, 1.3);
        assertThat(inside.mu()).isCloseTo(outside.mu(), within(1e-7));
        assertThat(inside.sigma()).isCloseTo(outside.sigma(), within(1e-7));
        // E sin z = sin(mu) exp(−sigma²/2)
        assertThat(inside.mu()).isCloseTo(Math.cos(.7) * Math.exp(-.845), within(1e-9));
        assertThat(inside.sigma()).isCloseTo(-1.3 * Math.sin(.7) * Math.exp(-.845), within(1e-9));
    }
}
