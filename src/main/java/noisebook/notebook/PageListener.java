package noisebook.notebook;

import com.google.gson.JsonObject;
import java.util.function.Consumer;

/** Hears what a page shown in a notebook says, in the turn of the cells. */
@FunctionalInterface
public interface PageListener {
    /**
     * A page has said something.
     *
     * @param said what the script of the page sent
     * @param answer sends something back, as often as it is called
     */
    void heard(JsonObject said, Consumer<JsonObject> answer);
}
