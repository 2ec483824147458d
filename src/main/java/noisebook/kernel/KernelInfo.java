package noisebook.kernel;

import com.google.gson.JsonObject;
import java.util.List;

/** What the kernel says about itself. */
final class KernelInfo {
    private KernelInfo() {}

    /** The content of a kernel_info_reply. */
    static JsonObject reply() {
        String java = System.getProperty("java.version");
        String version = version();
        return Json.of(
                "status",
                "ok",
                "protocol_version",
                Message.PROTOCOL_VERSION,
                "implementation",
                "noisebook",
                "implementation_version",
                version,
                "banner",
                "Noisebook " + version + ", Java " + java + ". %help lists the magics, Type? explains a type.",
                "debugger",
                false,
                "supported_features",
                List.of(),
                "help_links",
                List.of(
                        Json.of("text", "Java " + Runtime.version().feature() + " API", "url", api()),
                        Json.of("text", "The Java language", "url", "https://docs.oracle.com/javase/specs/")),
                "language_info",
                Json.of(
                        "name",
                        "java",
                        "version",
                        java,
                        "mimetype",
                        "text/x-java",
                        "file_extension",
                        ".jshell",
                        "pygments_lexer",
                        "java",
                        "codemirror_mode",
                        "text/x-java",
                        "nbconvert_exporter",
                        "script"));
    }

    private static String api() {
        return "https://docs.oracle.com/en/java/javase/" + Runtime.version().feature() + "/docs/api/";
    }

    private static String version() {
        String version = KernelInfo.class.getPackage().getImplementationVersion();
        return version == null ? "from source" : version;
    }
}
