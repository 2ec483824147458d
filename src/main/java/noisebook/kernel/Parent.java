package noisebook.kernel;

import java.util.Optional;

/** The process that started the kernel, which Jupyter names in JPY_PARENT_PID. */
final class Parent {
    private Parent() {}

    /** Does something when that process is gone. Without one, or when it cannot be seen from here, nothing happens. */
    static void onExit(Runnable action) {
        Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
                .filter(pid -> pid.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .ifPresent(parent -> Threads.daemon(() -> {
                            parent.onExit().join();
                            action.run();
                        })
                        .start());
    }
}
