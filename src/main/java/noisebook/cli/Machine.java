package noisebook.cli;

import com.sun.management.OperatingSystemMXBean;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import noisebook.data.DataSets;
import noisebook.jupyter.JupyterFolders;
import noisebook.jupyter.KernelSpec;
import noisebook.tensor.Compute;
import noisebook.tensor.ConvolutionCheck;

/**
 * The machine as the doctor sees it. What takes time or may fail is a call.
 *
 * @param environment its variables
 * @param project the project's folder
 * @param cache where DJL unpacks the native libraries
 * @param jupyter the user's data folder of Jupyter
 * @param java the version of Java, such as 17
 * @param hasJShell whether it is a whole JDK
 * @param memory of the machine or the container, in bytes
 * @param hasNvidiaDriver whether the driver of a GPU is loaded
 * @param isCpuBuild whether the native libraries on the class path are those without CUDA
 * @param engine starts the engine and describes it
 * @param convolutions computes some, where the engine is
 * @param text draws a text; fails where fonts are missing
 * @param dataSet finds the data set that the lessons take by themselves
 * @param network fails when Maven Central is not reached
 * @param kernels the installed kernels of Jupyter
 */
record Machine(
        Map<String, String> environment,
        Path project,
        Path cache,
        Path jupyter,
        int java,
        boolean hasJShell,
        long memory,
        boolean hasNvidiaDriver,
        boolean isCpuBuild,
        Callable<String> engine,
        Callable<ConvolutionCheck> convolutions,
        Callable<?> text,
        Callable<?> dataSet,
        Callable<?> network,
        List<KernelSpec> kernels) {
    private static final URI MAVEN_CENTRAL = URI.create("https://repo.maven.apache.org/maven2/");
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** This machine. */
    static Machine here() {
        return new Machine(
                System.getenv(),
                Home.root().toAbsolutePath(),
                cache(System.getenv()),
                JupyterFolders.user(),
                Runtime.version().feature(),
                ModuleLayer.boot().findModule("jdk.jshell").isPresent(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                Files.exists(Path.of("/proc/driver/nvidia/version")) || Files.exists(Path.of("/dev/nvidia0")),
                System.getProperty("java.class.path").contains("pytorch-native-cpu"),
                Compute::describe,
                ConvolutionCheck::run,
                Machine::drawText,
                DataSets::available,
                Machine::callMavenCentral,
                KernelSpec.installed());
    }

    private static Path cache(Map<String, String> environment) {
        String folder = environment.get("DJL_CACHE_DIR");
        return folder == null ? Path.of(System.getProperty("user.home"), ".djl.ai") : Path.of(folder);
    }

    private static boolean drawText() {
        Graphics2D paper = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB).createGraphics();
        paper.drawString("x", 0, 8);
        paper.dispose();
        return true;
    }

    private static int callMavenCentral() throws IOException, InterruptedException {
        HttpRequest head = HttpRequest.newBuilder(MAVEN_CENTRAL)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .timeout(PATIENCE)
                .build();
        return HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .build()
                .send(head, BodyHandlers.discarding())
                .statusCode();
    }
}
