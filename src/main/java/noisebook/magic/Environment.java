package noisebook.magic;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment variables of this JVM. */
final class Environment {
    private static final Pattern SETTING = Pattern.compile("([^\\s=]+)(?:\\s*=\\s*|\\s+)(.*)");

    private Environment() {}

    /** Prints all, prints one, or sets one: {@code name=value} or {@code name value}. */
    static void printOrSet(Call call) {
        Matcher setting = SETTING.matcher(call.arguments());
        if (setting.matches()) {
            set(setting.group(1), setting.group(2));
            System.out.println("env: " + setting.group(1) + "=" + setting.group(2));
        } else if (call.arguments().isEmpty()) {
            new TreeMap<>(System.getenv()).forEach((name, value) -> System.out.println(name + "=" + value));
        } else {
            System.out.println(System.getenv().getOrDefault(call.arguments(), call.arguments() + " is not set"));
        }
    }

    /** Java has no call for this: it is done to the map behind the one that {@link System#getenv()} lends. */
    private static void set(String name, String value) {
        try {
            Field inner = Collections.unmodifiableMap(Map.of()).getClass().getDeclaredField("m");
            inner.setAccessible(true);
            @SuppressWarnings("unchecked") // so it is declared
            Map<String, String> variables = (Map<String, String>) inner.get(System.getenv());
            variables.put(name, value);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UsageException("this Java does not let its environment be changed; set " + name
                    + " before Jupyter starts, or start Java with --add-opens java.base/java.util=ALL-UNNAMED");
        }
    }
}
