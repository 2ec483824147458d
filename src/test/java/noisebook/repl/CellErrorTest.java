package noisebook.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CellErrorTest {
    private static final JavaSession SESSION = JavaSession.open();

    @AfterAll
    static void close() {
        SESSION.close();
    }

    private static CellError error(String source) {
        CellError error = SESSION.run("cell 1", source).error();
        assertThat(error).as("error of %s", source).isNotNull();
        return error;
    }

    private static void runs(String source) {
        assertThat(SESSION.run("cell 2", source).error()).as(source).isNull();
    }

    @Test
    void compileErrorNamesLineAndColumnOfTheCellAndPointsAtIt() {
        CellError error = error("int a = 1;\n\nint b = a + foo(3);\n");
        assertThat(error.name()).isEqualTo("CompileError");
        assertThat(error.message()).isEqualTo("cannot find symbol: method foo(int)");
        assertThat(error.place()).isEqualTo("cell 1, line 3");
        assertThat(error.trace())
                .containsExactly(
                        "cell 1, line 3, column 13: error: cannot find symbol: method foo(int)",
                        "    int b = a + foo(3);",
                        "                ^");
    }

    @Test
    void caretStandsUnderTheColumnBehindTabs() {
        assertThat(error("if (true) {\n\tint b = x;\n}").trace())
                .containsSubsequence("    \tint b = x;", "    \t        ^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BufferedImage b = null; | add  import java.awt.image.BufferedImage;",
                "Base64Utils.encode(1) | no library that is loaded has a class Base64Utils; check the spelling, or load one with %maven group:artifact:version",
                "int a = 3\\nint b = 4; | put a semicolon where the caret stands",
                "import org.nowhere.Thing; | no library with this package is loaded; load it with %maven group:artifact:version",
                "for (int i = 0; i < 3; i++) { | a bracket or a string is still open where the cell ends",
            })
    void commonMistakesGetAHint(String source, String hint) {
        assertThat(error(source.replace("\\n", "\n")).trace()).contains("Hint: " + hint);
    }

    @Test
    void classWithSeveralHomesGetsThemAll() {
        assertThat(error("Duration.ofDays(1).frobnicate(new Document() {})").trace())
                .anyMatch(line -> line.contains("import javax.swing.text.Document;  or  import org."));
    }

    @Test
    void unfinishedSourceIsACompileError() {
        assertThat(error("int a = 1;\nfor (int i = 0; i < 3; i++) {").place()).isEqualTo("cell 1, line 2");
        assertThat(error("int c = ;").name()).isEqualTo("CompileError");
    }

    @Test
    void runtimeErrorNamesTheCellLineAndKeepsCausesWithoutInternalFrames() {
        runs(
                "\nvoid fail(int n) {\n  if (n == 0) throw new IllegalStateException(\"no\", new IOException(\"disk\"));\n}");
        CellError error = error("int n = 0;\n\n// why\nfail(n);");
        assertThat(error.name()).isEqualTo("IllegalStateException");
        assertThat(error.message()).isEqualTo("no");
        assertThat(error.place()).isEqualTo("cell 2, line 3");
        assertThat(error.trace())
                .containsExactly(
                        "java.lang.IllegalStateException: no",
                        "    at fail, cell 2, line 3:  if (n == 0) throw new IllegalStateException(\"no\", new IOException(\"disk\"));",
                        "    at cell 1, line 4:  fail(n);",
                        "Caused by: java.io.IOException: disk");
    }

    @Test
    void exceptionThatACellDeclaresKeepsItsName() {
        runs(
                "class TooHot extends Exception { TooHot(String m) { super(m); } static class Far extends RuntimeException { } }");
        CellError error = error("throw new RuntimeException(\"outer\", new TooHot(\"41\"));");
        assertThat(error.trace()).contains("Caused by: TooHot: 41");
        assertThat(error("throw new TooHot(\"40\");").name()).isEqualTo("TooHot");
        assertThat(error("throw new TooHot.Far();").name()).isEqualTo("Far");
    }

    @Test
    void errorInTheLibraryKeepsItsFirstFrames() {
        CellError error = error("int z = 0;\nFiles.readString(Path.of(\"nowhere\"))");
        assertThat(error.name()).isEqualTo("NoSuchFileException");
        assertThat(error.place()).isEqualTo("cell 1, line 2");
        assertThat(error.trace()).hasSize(6).anyMatch(line -> line.matches("    … \\d+ more inside the Java library"));
    }

    @Test
    void methodThatNeedsAnUndefinedNameSaysSoWhenCalled() {
        runs("int later() { return missing() + 1; }");
        assertThat(error("later()").message()).isEqualTo("later needs method missing(), which is not defined");
        runs("int missing() { return 1; }");
        assertThat(SESSION.run("cell 3", "later()").value()).isEqualTo(2);
    }

    @Test
    void overflowingStackIsToldInFewLines() {
        CellError error = error("int deep(int n) { return deep(n + 1); }\ndeep(0)");
        assertThat(error.name()).isEqualTo("StackOverflowError");
        assertThat(error.trace()).hasSizeLessThan(6).anyMatch(line -> line.contains("… the same"));
    }

    @Test
    void errorsOfTheJvmEndTheCellAndNotTheSession() {
        assertThat(error("long[][] much = new long[1 << 30][]; for (int i = 0; ; i++) much[i] = new long[1 << 30];")
                        .name())
                .isEqualTo("OutOfMemoryError");
        assertThat(error("throw new AssertionError(\"thrown\", new LinkageError());")
                        .trace())
                .contains("java.lang.AssertionError: thrown", "Caused by: java.lang.LinkageError");
        assertThat(error("class Bad { static { int i = 1 / 0; } }\nnew Bad()").trace())
                .contains(
                        "java.lang.ExceptionInInitializerError", "Caused by: java.lang.ArithmeticException: / by zero");
    }

    @Test
    void messagesOfTheJvmNameVariablesAsTheCellDoes() {
        CellError error = error("String nothing = null;\nnothing.length()");
        assertThat(error.message()).endsWith("because \"nothing\" is null");
        assertThat(error.trace().get(0)).endsWith("because \"nothing\" is null");
    }

    @Test
    void whatRanBeforeTheErrorKeepsItsEffect() {
        assertThat(error("int before = 7;\nbefore = 8; int after = before / 0;").place())
                .isEqualTo("cell 1, line 2");
        assertThat(SESSION.run("cell 2", "before").value()).isEqualTo(8);
    }
}
