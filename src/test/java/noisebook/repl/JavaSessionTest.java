package noisebook.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JavaSessionTest {
    private final JavaSession session = JavaSession.open();

    @AfterEach
    void close() {
        session.close();
    }

    private Object value(String source) {
        Evaluation result = session.run("cell 1", source);
        assertThat(result.error()).as("error of %s", source).isNull();
        return result.value();
    }

    private CellError error(String source) {
        CellError error = session.run("cell 1", source).error();
        assertThat(error).as("error of %s", source).isNotNull();
        return error;
    }

    @Test
    void stateLastsAcrossCells() {
        value("int x = 40; int twice(int n) { return 2 * n; }");
        assertThat(value("x + twice(1)")).isEqualTo(42);
    }

    @Test
    void lastExpressionIsTheValueAsAnObject() {
        assertThat(value("List.of(1, 2);\nvar list = new ArrayList<>(List.of(3));\nlist"))
                .isEqualTo(java.util.List.of(3));
        assertThat(value("list = new ArrayList<>()")).isEqualTo(java.util.List.of());
        assertThat(value("1 + 1 // with a comment")).isEqualTo(2);
    }

    @Test
    void statementsAndDeclarationsHaveNoValue() {
        assertThat(value("5; int y = 3;")).isNull();
        assertThat(value("System.out.print(\"\");")).isNull();
        assertThat(value("if (y > 2) { y = 9; }")).isNull();
        assertThat(value("  \n ")).isNull();
        assertThat(value("// only a comment")).isNull();
    }

    @Test
    void cellsShareTheClassesOfThisJvm() {
        assertThat(value("noisebook.repl.CellError.class")).isSameAs(CellError.class);
    }

    @Test
    void snippetsBeforeAnErrorKeepTheirEffect() {
        error("int kept = 7;\nkept / 0");
        assertThat(value("kept")).isEqualTo(7);
    }

    @Test
    void whatACellLetsGoIsCollected() {
        value("var held = new Object(); var seen = new java.lang.ref.WeakReference<>(held);");
        assertThat(value("held = null; System.gc(); seen.get() == null")).isEqualTo(true);
    }

    @Test
    void aClassCanBeDeclaredAgain() {
        value("class A { int v() { return 1; } }\nvar a = new A(); int use(A x) { return x.v(); }");
        assertThat(value("class A { int v() { return 2; } }\nnew A().v()")).isEqualTo(2);
        assertThat(value("use(new A())")).isEqualTo(2);
    }

    @Test
    void endlessLoopIsStoppedByTheTimeoutAndTheSessionLivesOn() {
        CellError error = session.run("cell 1", "long i = 0; while (true) { i++; }", Duration.ofSeconds(3))
                .error();
        assertThat(error).isNotNull();
        assertThat(error.name()).isEqualTo("Timeout");
        assertThat(value("i > 0")).isEqualTo(true);
    }

    @Test
    void interruptOfAnIdleSessionDoesNothing() {
        session.interrupt();
        assertThat(value("1 + 1")).isEqualTo(2);
    }
}
