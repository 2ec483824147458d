package noisebook.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import noisebook.tensor.Autocast;
import noisebook.tensor.GradMode;
import noisebook.tensor.Gradients;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class UNetTest {
    private static UNetPlan colour(boolean normalised, int context) {
        return new UNetPlan(
                3, 6, 32, 1, 8, List.of(1, 2, 2), List.of(16, 8), context, 64, normalised, UNetPlan.Rounding.PLANES);
    }

    private static List<String> parts(UNetPlan plan) {
        return new UNet(plan)
                .parameters().keySet().stream()
                        .map(name -> name.substring(0, name.indexOf('.')))
                        .distinct()
                        .toList();
    }

    @Test
    void theNamedPlansKeepTheNamesAndTheOrderOfTheirShippedWeights() {
        assertThat(parts(UNetPlan.ddpm(8)))
                .containsExactly(
                        "time1",
                        "time2",
                        "in",
                        "down28",
                        "shrink14",
                        "down14",
                        "shrink7",
                        "middle1",
                        "attention",
                        "middle2",
                        "grow14",
                        "up14",
                        "grow28",
                        "up28",
                        "out");
        assertThat(parts(UNetPlan.patches(8, UNetPlan.Rounding.FACTORS)))
                .containsExactly(
                        "time1", "time2", "patches", "down", "shrink", "middle1", "middle2", "narrow", "up", "out");
        assertThat(new UNet(UNetPlan.patches(48, UNetPlan.Rounding.FACTORS)).parameterCount())
                .isEqualTo(589_556);
    }

    @Test
    void colourOfThreeLevelsComesOutInItsOwnChannelsAndEveryWeightLearns() {
        for (boolean normalised : new boolean[] {true, false}) {
            try (UNet network = new UNet(colour(normalised, 12));
                    GradMode on = GradMode.on();
                    Scope scope = Scope.open()) {
                network.initialize(1);
                NDManager m = scope.manager();
                NDArray x = m.randomNormal(new Shape(2, 3, 32, 32));
                Context words = new Context(m.randomNormal(new Shape(2, 5, 12)), m.ones(new Shape(2, 5)));
                NDArray y = network.forward(x, m.create(new float[] {3, 700}), words);
                assertThat(y.getShape()).isEqualTo(new Shape(2, 6, 32, 32));
                assertThat(Gradients.of(y.square().mean(), network.trainedTensors()))
                        .hasSize(network.trainedTensors().size());
            }
        }
    }

    @Test
    void theAnswerHearsTheTokensButNotTheFillingBehindThem() {
        try (UNet network = new UNet(colour(true, 12));
                Scope scope = Scope.open();
                Autocast exact = Autocast.exact()) {
            network.initialize(1);
            NDManager m = scope.manager();
            NDArray x = m.randomNormal(new Shape(1, 3, 32, 32));
            NDArray t = m.create(new float[] {300});
            NDArray words = m.randomNormal(new Shape(1, 3, 12));
            NDArray filling = m.randomNormal(new Shape(1, 2, 12));
            NDArray mask = m.create(new float[] {1, 1, 1, 0, 0}, new Shape(1, 5));
            NDArray plain = network.forward(x, t, Context.of(words));
            NDArray filled = network.forward(x, t, new Context(words.concat(filling, 1), mask));
            NDArray other = network.forward(x, t, Context.of(words.neg()));
            assertThat(filled.sub(plain).abs().max().getFloat()).isLessThan(1e-5f);
            assertThat(other.sub(plain).abs().max().getFloat()).isGreaterThan(1e-3f);
        }
    }

    @Test
    void aContextIsAskedForWhereThePlanHasOneAndOnlyThere() {
        try (UNet deaf = new UNet(UNetPlan.ddpm(8));
                Scope scope = Scope.open()) {
            deaf.initialize(1);
            NDArray x = scope.manager().zeros(new Shape(1, 1, 28, 28));
            Context words = Context.of(scope.manager().zeros(new Shape(1, 2, 12)));
            assertThatThrownBy(() -> deaf.forward(x, scope.manager().ones(new Shape(1)), words))
                    .hasMessage("the plan has a context of size 0, but one is given");
        }
    }

    @Test
    void plansThatCannotBeBuiltSayWhy() {
        assertThatThrownBy(() -> UNetPlan.ddpm(12))
                .hasMessage("channels must be a multiple of 8 where they are normalised, were 12");
        assertThatThrownBy(() -> new UNetPlan(
                        1, 1, 28, 2, 8, List.of(1, 2, 4), List.of(), 0, 128, false, UNetPlan.Rounding.FACTORS))
                .hasMessage("size must be a multiple of 8 for these levels, was 28");
        assertThatThrownBy(() ->
                        new UNetPlan(1, 1, 28, 1, 8, List.of(1, 2), List.of(7), 0, 128, true, UNetPlan.Rounding.PLANES))
                .hasMessage("attention must be at the pixels of a level, was at 7");
    }

    @Test
    void theShapesAreThoseOfTheImageOfEveryLevelAndOfTheAnswer() {
        try (UNet network = new UNet(UNetPlan.patches(8, UNetPlan.Rounding.FACTORS))) {
            network.initialize(1);
            assertThat(network.shapes())
                    .containsExactly(
                            new Shape(1, 1, 28, 28),
                            new Shape(1, 8, 14, 14),
                            new Shape(1, 16, 7, 7),
                            new Shape(1, 8, 14, 14),
                            new Shape(1, 1, 28, 28));
        }
    }
}
