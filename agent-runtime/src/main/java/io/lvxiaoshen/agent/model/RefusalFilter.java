package io.lvxiaoshen.agent.model;

import java.util.function.Consumer;

/** Passes a reply on as it comes, but holds its beginning back for as long as that may be the agreed word of refusal. */
final class RefusalFilter {
    private static final String REFUSAL = "无法回答";
    private static final int UNDECIDED = 12;

    private final Consumer<String> listener;
    private final StringBuilder held = new StringBuilder();
    private boolean open;

    RefusalFilter(Consumer<String> listener) {
        this.listener = listener;
    }

    void accept(String piece) {
        if (open) {
            listener.accept(piece);
            return;
        }
        held.append(piece);
        String start = bare();
        boolean maybe = REFUSAL.startsWith(start) || start.startsWith(REFUSAL);
        if (!maybe || (held.length() > UNDECIDED && !isRefusal())) {
            flush();
        }
    }

    /** Whether all that came so far is a refusal. */
    boolean isRefusal() {
        return !open && bare().startsWith(REFUSAL);
    }

    /** Passes on what is held back. */
    void flush() {
        if (!open) {
            open = true;
            if (!held.isEmpty()) {
                listener.accept(held.toString());
            }
        }
    }

    private String bare() {
        return held.toString().replaceAll("[【】\\[\\]\\s\"“”。]", "");
    }
}
