package noisebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noisebook.kernel.TestKernel.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ExecuteTest {
    private static TestKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = TestKernel.start();
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void theLastExpressionIsTheResultBetweenBusyAndIdle() throws Exception {
        Run run = kernel.run("int a = 40;\na + 2");
        assertThat(run.result()).isEqualTo("42");
        assertThat(run.types()).containsExactly("status", "execute_input", "execute_result", "status");
        assertThat(run.status()).isEqualTo("ok");
        int count = Json.number(run.reply(), "execution_count");
        assertThat(run.of("execute_input").get(0))
                .isEqualTo(Json.of("code", "int a = 40;\na + 2", "execution_count", count));
        assertThat(Json.number(run.of("execute_result").get(0), "execution_count"))
                .isEqualTo(count);
    }

    @Test
    void cyrillicNamesAndEmojiPass() throws Exception {
        Run run = kernel.run("String имя = \"Мир 🌍\"; System.out.print(имя); имя.length()");
        assertThat(run.text("stdout")).isEqualTo("Мир 🌍");
        assertThat(run.result()).isEqualTo("6");
    }

    @Test
    void aDisplayAsTheLastStatementHasNoResult() throws Exception {
        Run run = kernel.run("noisebook.notebook.Notebook.display(\"seen\");");
        assertThat(run.of("execute_result")).isEmpty();
        assertThat(run.of("display_data")).hasSize(1);
        assertThat(kernel.run("noisebook.notebook.Notebook.display(\"seen\")").of("execute_result"))
                .isEmpty();
    }

    @Test
    void aDisplayIsUpdatedUnderItsId() throws Exception {
        Run shown = kernel.run("var box = noisebook.notebook.Notebook.display(\"one\");");
        Run updated = kernel.run("box.update(\"two\");");
        JsonObject first = Json.object(shown.of("display_data").get(0), "transient");
        JsonObject second = Json.object(updated.of("update_display_data").get(0), "transient");
        assertThat(Json.text(first, "display_id")).isEqualTo(Json.text(second, "display_id"));
        assertThat(Json.text(Json.object(updated.of("update_display_data").get(0), "data"), "text/plain"))
                .isEqualTo("two");
    }

    @Test
    void outputCanBeCleared() throws Exception {
        Run run = kernel.run("System.out.print(1); noisebook.notebook.Notebook.clear(true);");
        assertThat(run.types()).containsSubsequence("stream", "clear_output");
        assertThat(Json.flag(run.of("clear_output").get(0), "wait", false)).isTrue();
    }

    @Test
    void anErrorOfTheCellIsPublishedAndIsTheReply() throws Exception {
        Run run = kernel.run("int[] none = {};\nnone[3]");
        JsonObject error = run.of("error").get(0);
        assertThat(Json.text(error, "ename")).isEqualTo("ArrayIndexOutOfBoundsException");
        assertThat(Json.text(error, "evalue")).contains("Index 3");
        assertThat(error.getAsJsonArray("traceback").toString()).contains("line 2:  none[3]");
        assertThat(run.status()).isEqualTo("error");
        assertThat(Json.text(run.reply(), "ename")).isEqualTo("ArrayIndexOutOfBoundsException");
    }

    @Test
    void aCompileErrorCarriesTheLineOfTheCell() throws Exception {
        Run run = kernel.run("int fine = 1;\n\nint broken = fine + missing;");
        assertThat(run.of("error").get(0).getAsJsonArray("traceback").toString())
                .contains("line 3")
                .contains("^");
    }

    @Test
    void aValueThatCannotBeShownIsAnError() throws Exception {
        Run run = kernel.run(
                "class Bad { public String toString() { throw new IllegalStateException(\"mute\"); } }\nnew Bad()");
        assertThat(run.status()).isEqualTo("error");
        assertThat(Json.text(run.reply(), "evalue")).contains("mute");
    }

    @Test
    void aSilentCellShowsNothingAndCountsNothing() throws Exception {
        int before = Json.number(kernel.run("0").reply(), "execution_count");
        Run silent = kernel.run("System.out.println(\"hush\"); int quiet = 9; 5", "silent", true);
        assertThat(silent.types()).containsExactly("status", "status");
        assertThat(Json.number(silent.reply(), "execution_count")).isEqualTo(before);
        assertThat(kernel.run("quiet").result()).isEqualTo("9");
    }

    @Test
    void aCellOutsideTheHistoryCountsNothingButShowsItsResult() throws Exception {
        int before = Json.number(kernel.run("0").reply(), "execution_count");
        Run run = kernel.run("1 + 2", "store_history", false);
        assertThat(run.result()).isEqualTo("3");
        assertThat(Json.number(run.reply(), "execution_count")).isEqualTo(before);
    }

    @Test
    void userExpressionsAreEvaluatedAfterTheCell() throws Exception {
        Run run = kernel.run("int ue = 6;", "user_expressions", Json.of("seven", "ue + 1", "bad", "ue / 0"));
        JsonObject values = Json.object(run.reply(), "user_expressions");
        JsonObject seven = Json.object(values, "seven");
        assertThat(Json.text(seven, "status")).isEqualTo("ok");
        assertThat(Json.text(Json.object(seven, "data"), "text/plain")).isEqualTo("7");
        JsonObject bad = Json.object(values, "bad");
        assertThat(Json.text(bad, "status")).isEqualTo("error");
        assertThat(Json.text(bad, "ename")).isEqualTo("ArithmeticException");
        assertThat(run.status()).isEqualTo("ok");
    }

    @Test
    void anErrorAbortsTheCellsThatWaitUnlessTheFrontEndWantsThemRun() throws Exception {
        Message sleeps = kernel.send("Thread.sleep(300); throw new Error(\"stop\");");
        Message waits = kernel.send("int never = 1;");
        assertThat(kernel.finish(sleeps).status()).isEqualTo("error");
        Run aborted = kernel.finish(waits);
        assertThat(aborted.status()).isEqualTo("aborted");
        assertThat(aborted.types()).containsExactly("status", "status");
        assertThat(kernel.run("never").status()).isEqualTo("error");

        Message forgives = kernel.send("Thread.sleep(300); throw new Error(\"go on\");", "stop_on_error", false);
        Message runs = kernel.send("1 + 1");
        assertThat(kernel.finish(forgives).status()).isEqualTo("error");
        assertThat(kernel.finish(runs).result()).isEqualTo("2");
    }

    @Test
    void aQuestionMarkOpensThePager() throws Exception {
        Run run = kernel.run("String?");
        JsonObject page = run.reply().getAsJsonArray("payload").get(0).getAsJsonObject();
        assertThat(Json.text(page, "source")).isEqualTo("page");
        assertThat(Json.text(Json.object(page, "data"), "text/plain")).contains("java.lang.String");
    }

    @Test
    void aClassCanBeDefinedAnew() throws Exception {
        kernel.run("class Twice { int of(int n) { return n; } }");
        kernel.run("class Twice { int of(int n) { return 2 * n; } }");
        assertThat(kernel.run("new Twice().of(4)").result()).isEqualTo("8");
    }

    @Test
    void anOverflowedStackAndAThrownErrorEndTheCellOnly() throws Exception {
        assertThat(Json.text(
                        kernel.run("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)")
                                .reply(),
                        "ename"))
                .isEqualTo("StackOverflowError");
        assertThat(Json.text(kernel.run("throw new Error(\"mine\");").reply(), "ename"))
                .isEqualTo("Error");
        assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
    }

    @Test
    void anArrayTooLargeForTheHeapEndsTheCellOnly() throws Exception {
        Run run = kernel.run("long[] much = new long[Integer.MAX_VALUE - 8];");
        assertThat(Json.text(run.reply(), "ename")).isEqualTo("OutOfMemoryError");
        assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
    }

    @Test
    void inputIsAskedOfTheFrontEnd() throws Exception {
        Message request = kernel.send("System.out.print(\"name? \"); new Scanner(System.in).nextLine()");
        Message question = kernel.client.next(Channel.STDIN, Duration.ofSeconds(10));
        assertThat(question.type()).isEqualTo("input_request");
        assertThat(question.parent()).isEqualTo(request.header());
        kernel.client.send(Channel.STDIN, "input_reply", Json.of("status", "ok", "value", "Ада"));
        Run run = kernel.finish(request);
        assertThat(run.result()).isEqualTo("Ада");
        assertThat(run.text("stdout")).isEqualTo("name? ");
    }

    @Test
    void aFrontEndThatTakesNoInputIsNotAsked() throws Exception {
        Run run = kernel.run("new Scanner(System.in).nextLine()", "allow_stdin", false);
        assertThat(run.status()).isEqualTo("error");
        assertThat(Json.text(run.reply(), "evalue")).contains("takes no input");
    }

    @Test
    void twentyThousandPrintedLinesArriveAsTwentyThousandLines() throws Exception {
        Run run = kernel.run("for (int i = 0; i < 20_000; i++) System.out.println(\"line \" + i);");
        assertThat(run.text("stdout"))
                .isEqualTo(IntStream.range(0, 20_000)
                        .mapToObj(i -> "line " + i + "\n")
                        .collect(Collectors.joining()));
        assertThat(run.of("stream")).as("messages, for text is gathered").hasSizeLessThan(200);
    }

    @Test
    void fiftyMegabytesOfOutputArriveWhole() throws Exception {
        Run run = kernel.run(
                "String row = \"x\".repeat(99);\nfor (int i = 0; i < 500_000; i++) System.out.println(row);");
        assertThat(run.of("stream").stream()
                        .mapToLong(content -> Json.text(content, "text").length())
                        .sum())
                .isEqualTo(50_000_000L);
        assertThat(run.of("stream"))
                .allSatisfy(content -> assertThat(Json.text(content, "text")).hasSizeLessThan(1 << 19));
    }

    @Test
    void outputOfAThreadThatOutlivesItsCellStaysWithThatCell() throws Exception {
        Message first = kernel.send("new Thread(() -> { try { Thread.sleep(400); } catch (InterruptedException e) { }"
                + " System.out.println(\"late\"); }).start();");
        kernel.finish(first);
        Message second = kernel.send("Thread.sleep(1000);");
        Message late = kernel.client.next(Channel.IOPUB, Duration.ofSeconds(10));
        while (!late.type().equals("stream")) {
            late = kernel.client.next(Channel.IOPUB, Duration.ofSeconds(10));
        }
        assertThat(late.parent()).isEqualTo(first.header());
        assertThat(Json.text(late.content(), "text")).isEqualTo("late\n");
        kernel.finish(second);
    }
}
