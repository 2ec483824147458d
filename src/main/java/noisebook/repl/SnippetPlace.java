package noisebook.repl;

/**
 * Where a snippet came from.
 *
 * @param cell its cell
 * @param startLine the cell's line, from 1, in which the snippet's own text starts
 */
record SnippetPlace(CellSource cell, int startLine) {
    int cellLine(int snippetLine) {
        return startLine + snippetLine - 1;
    }
}
