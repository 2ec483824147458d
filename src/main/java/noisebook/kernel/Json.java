package noisebook.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Building and reading the JSON of messages. */
public final class Json {
    private Json() {}

    /** An object of names and values in turn: {@code of("status", "ok", "payload", List.of())}. */
    public static JsonObject of(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
        }
        return object;
    }

    private static JsonElement element(@Nullable Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        } else if (value instanceof JsonElement json) {
            return json;
        } else if (value instanceof Number number) {
            return new JsonPrimitive(number);
        } else if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        } else if (value instanceof Collection<?> values) {
            JsonArray array = new JsonArray();
            values.forEach(item -> array.add(element(item)));
            return array;
        } else if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((name, item) -> object.add(name.toString(), element(item)));
            return object;
        }
        return new JsonPrimitive(value.toString());
    }

    /**
     * Parses an object.
     *
     * @throws BadMessageException if the text is something else
     */
    public static JsonObject parse(String text) {
        try {
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (RuntimeException | StackOverflowError e) {
            throw new BadMessageException("not a JSON object: " + text.substring(0, Math.min(40, text.length())));
        }
    }

    /** The text of a field. */
    public static String text(JsonObject object, String name) {
        return required(object, name, JsonPrimitive::isString).getAsString();
    }

    public static String text(JsonObject object, String name, String otherwise) {
        return isAbsent(object, name) ? otherwise : text(object, name);
    }

    static int number(JsonObject object, String name) {
        try {
            return required(object, name, JsonPrimitive::isNumber).getAsInt();
        } catch (NumberFormatException e) {
            throw new BadMessageException("\"" + name + "\" is not a whole number: " + e.getMessage());
        }
    }

    static int number(JsonObject object, String name, int otherwise) {
        return isAbsent(object, name) ? otherwise : number(object, name);
    }

    static boolean flag(JsonObject object, String name, boolean otherwise) {
        return isAbsent(object, name)
                ? otherwise
                : required(object, name, JsonPrimitive::isBoolean).getAsBoolean();
    }

    /** The object in a field, empty when it is missing. */
    public static JsonObject object(JsonObject object, String name) {
        if (isAbsent(object, name)) {
            return new JsonObject();
        }
        if (object.get(name) instanceof JsonObject inner) {
            return inner;
        }
        throw new BadMessageException("\"" + name + "\" must be an object");
    }

    private static boolean isAbsent(JsonObject object, String name) {
        return !object.has(name) || object.get(name).isJsonNull();
    }

    private static JsonPrimitive required(JsonObject object, String name, Predicate<JsonPrimitive> kind) {
        if (object.get(name) instanceof JsonPrimitive value && kind.test(value)) {
            return value;
        }
        throw new BadMessageException("\"" + name + "\" is missing or of the wrong type");
    }
}
