package noisebook.magic;

import noisebook.repl.Evaluation;

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
    }

    static Magic of(String usage, String help, Effect effect) {
        return new Magic(usage, help, call -> {
            effect.run(call);
            return NOTHING;
        });
    }

    /** The name with its percent signs. */
    String name() {
        return usage.split(" ", 2)[0];
    }
}
