package noisebook.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noisebook.repl.Completeness;
import noisebook.repl.Completion;
import noisebook.repl.Documentation;

/** What an editor asks about code. The protocol counts characters of Unicode where Java counts UTF-16 units. */
final class Questions {
    private final Session session;

    private Questions(Session session) {
        this.session = session;
    }

    static Questions of(Session session) {
        return new Questions(session);
    }

    /** The content of a complete_reply. */
    JsonObject complete(JsonObject request) {
        String code = Json.text(request, "code");
        Completion found = session.magics().complete(code, cursor(request, code));
        int start = code.codePointCount(0, found.start());
        int end = code.codePointCount(0, found.end());
        List<JsonObject> typed = found.matches().stream()
                .map(match -> Json.of("text", match.text(), "type", match.type(), "start", start, "end", end))
                .toList();
        return Json.of(
                "status",
                "ok",
                "matches",
                found.matches().stream().map(Completion.Match::text).toList(),
                "cursor_start",
                start,
                "cursor_end",
                end,
                "metadata",
                Json.of("_jupyter_types_experimental", typed));
    }

    /** The content of an is_complete_reply. */
    JsonObject isComplete(JsonObject request) {
        Completeness found = session.magics().completeness(Json.text(request, "code"));
        JsonObject reply = Json.of("status", found.status().name().toLowerCase(Locale.ROOT));
        if (found.status() == Completeness.Status.INCOMPLETE) {
            reply.addProperty("indent", found.indent());
        }
        return reply;
    }

    /** The content of an inspect_reply. */
    JsonObject inspect(JsonObject request) {
        String code = Json.text(request, "code");
        Optional<JsonObject> data =
                session.magics().inspect(code, cursor(request, code)).map(Questions::data);
        return Json.of(
                "status",
                "ok",
                "found",
                data.isPresent(),
                "data",
                data.orElseGet(JsonObject::new),
                "metadata",
                new JsonObject());
    }

    static JsonObject data(Documentation documentation) {
        return Json.of("text/plain", documentation.text(), "text/html", documentation.html());
    }

    /** The place of the cursor in UTF-16 units; at the end when the request does not say. */
    private static int cursor(JsonObject request, String code) {
        int length = code.codePointCount(0, code.length());
        int cursor = Json.number(request, "cursor_pos", length);
        return code.offsetByCodePoints(0, Math.max(0, Math.min(cursor, length)));
    }
}
