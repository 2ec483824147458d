package noisebook.magic;

import java.util.concurrent.ExecutionException;
import noisebook.repl.Evaluation;
import noisebook.repl.JavaSession;

/**
 * One magic.
 *
 * @param usage how it is written, such as {@code %maven group:artifact:version …}
 * @param help what it does, in one line
 * @param action what it does
 */
record Magic(String usage, String help, Action action) {
    static final Evaluation NOTHING = new Evaluation(null, null);

    /** What a magic does. */
    interface Action {
        /** Runs the magic; the message of what it throws is shown. */
        Evaluation run(Call call) throws Exception;
    }

    /** An action that only has an effect. */
    interface Effect {
        /** Runs the magic; the message of what it throws is shown. */
        void run(Call call) throws Exception;

        /** Runs the magic and has no value. */
        default Evaluation applied(Call call) throws Exception {
            run(call);
            return NOTHING;
        }
    }

    /** A magic that only has an effect, on a thread of its own, so that it can be interrupted. */
    static Magic of(String usage, String help, JavaSession session, Effect effect) {
        return new Magic(usage, help, call -> {
            try {
                return session.call(call.cell(), () -> effect.applied(call), call.timeLeft());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        });
    }

    /** The name with its percent signs. */
    String name() {
        return usage.split(" ", 2)[0];
    }
}
