package noisebook.notebook;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as text that reads: maps one entry a line, long arrays and lists shortened, arrays inside records shown. */
final class PlainText {
    private static final int MAX_ITEMS = 20;
    private static final int MAX_LENGTH = 4_000;

    private PlainText() {}

    static String of(Object value) {
        String text = value instanceof Map<?, ?> map && !map.isEmpty() ? lines(map) : inline(value);
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + " …";
    }

    private static String lines(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> inline(entry.getKey()) + ": " + inline(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String inline(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value.getClass().isArray()) {
            return items(Array.getLength(value), i -> Array.get(value, i));
        }
        if (value instanceof Collection<?> collection) {
            Iterator<?> iterator = collection.iterator();
            return items(collection.size(), i -> iterator.next());
        }
        if (value instanceof Record data && hasArrays(data)) {
            return record(data);
        }
        return String.valueOf(value);
    }

    private static String items(int size, IntFunction<@Nullable Object> item) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(size, MAX_ITEMS); i++) {
            shown.add(inline(item.apply(i)));
        }
        if (size > MAX_ITEMS) {
            shown.add("… " + size + " in all");
        }
        return "[" + String.join(", ", shown) + "]";
    }

    private static String record(Record data) {
        return Arrays.stream(data.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + inline(read(component, data)))
                .collect(Collectors.joining(", ", data.getClass().getSimpleName() + "[", "]"));
    }

    private static @Nullable Object read(RecordComponent component, Record data) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(data);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return "?";
        }
    }

    /** Whether the record's own text would show an array by its address. */
    private static boolean hasArrays(Record data) {
        return Arrays.stream(data.getClass().getRecordComponents())
                .anyMatch(component -> component.getType().isArray());
    }
}
