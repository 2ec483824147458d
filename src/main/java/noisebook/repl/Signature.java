package noisebook.repl;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as JShell describes it, taken apart.
 *
 * @param type the class: its full name if it is what is described, else its simple name; empty for methods of cells
 * @param member the method or field; {@code <init>} for a constructor; empty for a class
 * @param parameters the types of a method's parameters without their type arguments
 */
record Signature(String type, String member, List<String> parameters) {
    private static final Pattern CONSTRUCTOR = Pattern.compile("([\\w.]+)\\((.*)\\).*");
    private static final Pattern METHOD = Pattern.compile("(?:.* )?([\\w.]+)\\.(\\w+)\\((.*)\\).*");
    private static final Pattern FIELD = Pattern.compile("([\\w.]+)\\.(\\w+):.*");

    /** Such as {@code boolean List<E>.add(E e)}, {@code Foo(int size)}, {@code Foo.size:int} or {@code java.util.List<E>}. */
    static Signature of(String text) {
        String raw = withoutTypeArguments(text);
        Matcher constructor = CONSTRUCTOR.matcher(raw);
        if (constructor.matches()) {
            return new Signature(constructor.group(1), "<init>", types(constructor.group(2)));
        }
        Matcher method = METHOD.matcher(raw);
        if (method.matches()) {
            return new Signature(method.group(1), method.group(2), types(method.group(3)));
        }
        Matcher field = FIELD.matcher(raw);
        if (field.matches()) {
            return new Signature(field.group(1), field.group(2), List.of());
        }
        return new Signature(raw.matches("[\\w.]+") ? raw : "", "", List.of());
    }

    static String withoutTypeArguments(String text) {
        String outer = text.replaceAll("<[^<>]*>", "");
        return outer.equals(text) ? text : withoutTypeArguments(outer);
    }

    private static List<String> types(String parameters) {
        return Arrays.stream(parameters.split(",", -1))
                .map(String::strip)
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.replaceFirst("\\s+\\w+$", "").replace("...", "[]"))
                .toList();
    }
}
