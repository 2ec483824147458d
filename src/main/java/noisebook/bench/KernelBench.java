package noisebook.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import noisebook.jupyter.KernelSpec;
import noisebook.kernel.Channel;
import noisebook.kernel.Json;
import noisebook.kernel.KernelClient;
import noisebook.kernel.KernelProcess;
import noisebook.kernel.Message;
import noisebook.math.Doubles;

/** Measures an installed kernel over its sockets: medians over several starts, in milliseconds unless the name says MB. */
public final class KernelBench {
    private static final int REPEATS = 20;
    private static final int QUEUED = 50;

    /** Code that does the same in a language. */
    private record Samples(String completion, String megabytes) {
        static Samples of(String language) {
            return language.equals("python")
                    ? new Samples("str.star", "for i in range(500_000): print('x' * 99)")
                    : new Samples(
                            "String.val",
                            "String row = \"x\".repeat(99); for (int i = 0; i < 500_000; i++) System.out.println(row);");
        }
    }

    private final KernelSpec spec;
    private final Samples samples;
    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    private KernelBench(KernelSpec spec) {
        this.spec = spec;
        samples = Samples.of(spec.language());
    }

    /**
     * Measures a kernel.
     *
     * @param spec the kernel
     * @param starts how often it is started
     * @return the median of each quantity
     * @throws IOException if it cannot be started
     * @throws TimeoutException if it does not answer within a minute
     */
    public static Map<String, Double> measure(KernelSpec spec, int starts) throws IOException, TimeoutException {
        KernelBench bench = new KernelBench(spec);
        for (int i = 0; i < starts; i++) {
            bench.once();
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        bench.measured.forEach((name, values) -> medians.put(name, median(values)));
        return medians;
    }

    private void once() throws IOException, TimeoutException {
        long start = System.nanoTime();
        try (KernelProcess kernel = KernelProcess.start(spec.command(), spec.environment())) {
            KernelClient client = kernel.client();
            ask(client, "kernel_info_request", new JsonObject());
            add("start to kernel_info", start);
            run(client, "1+1");
            add("start to first result", start);
            add(
                    "resident after start, MB",
                    ProcessMemory.of(kernel.process().pid())
                            .map(memory -> memory.residentBytes() / (double) (1 << 20))
                            .orElse(Double.NaN));
            repeat("1+1", () -> run(client, "1+1"));
            JsonObject question = Json.of(
                    "code",
                    samples.completion(),
                    "cursor_pos",
                    samples.completion().length());
            repeat("completion", () -> ask(client, "complete_request", question));
            start = System.nanoTime();
            queue(client);
            add("50 queued kernel_info", start);
            start = System.nanoTime();
            run(client, samples.megabytes());
            add("50 MB of output", start);
        }
    }

    private interface Step {
        void run() throws TimeoutException;
    }

    private void repeat(String name, Step step) throws TimeoutException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            long start = System.nanoTime();
            step.run();
            times.add(millisSince(start));
        }
        add(name, median(times));
    }

    private static void ask(KernelClient client, String type, JsonObject content) throws TimeoutException {
        client.request(Channel.SHELL, type, content);
    }

    private static void run(KernelClient client, String code) throws TimeoutException {
        JsonObject content = Json.of("code", code, "silent", false, "store_history", true, "allow_stdin", false);
        Message request = client.send(Channel.SHELL, "execute_request", content);
        client.reply(Channel.SHELL, request);
        client.published(request);
    }

    private static void queue(KernelClient client) throws TimeoutException {
        List<Message> requests = new ArrayList<>();
        for (int i = 0; i < QUEUED; i++) {
            requests.add(client.send(Channel.SHELL, "kernel_info_request", new JsonObject()));
        }
        for (Message request : requests) {
            client.reply(Channel.SHELL, request);
        }
    }

    private void add(String name, long start) {
        add(name, millisSince(start));
    }

    private void add(String name, double value) {
        measured.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> values) {
        return Doubles.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
