package noisebook.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The formulas of a chapter that stand on lines of their own, numbered from 1 in the order in which they are met, and the symbols that have been used
 * so far: the first use of a symbol leads to the formula that it belongs to.
 */
final class FormulaNumbers {
    /** A letter, perhaps with an accent and an index. */
    private static final Pattern SYMBOL =
            Pattern.compile("(\\\\(bar|hat|tilde)\\s*)?(\\\\[a-zA-Z]+|[a-zA-Z])(_(\\{[^{}]*}|\\\\?\\w+))?");

    private final List<String> formulas;
    private final Set<String> used = new HashSet<>();
    private int met;

    FormulaNumbers(List<String> texts) {
        formulas = new ArrayList<>();
        texts.forEach(text -> formulas.addAll(Markdown.displayFormulas(text)));
    }

    /** The number of the formula that comes next. */
    int next() {
        return ++met;
    }

    /** The formula that a symbol belongs to, the next one that has it or else the last one before, when this is its first use. */
    OptionalInt firstUse(String tex) {
        if (!SYMBOL.matcher(tex).matches() || !used.add(tex)) {
            return OptionalInt.empty();
        }
        Pattern inside = Pattern.compile("(?<![a-zA-Z\\\\_])" + Pattern.quote(tex) + "(?![a-zA-Z_])");
        for (int i = met; i < formulas.size(); i++) {
            if (inside.matcher(formulas.get(i)).find()) {
                return OptionalInt.of(i + 1);
            }
        }
        for (int i = Math.min(met, formulas.size()) - 1; i >= 0; i--) {
            if (inside.matcher(formulas.get(i)).find()) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }
}
