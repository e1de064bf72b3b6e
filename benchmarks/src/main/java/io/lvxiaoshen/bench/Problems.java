package io.lvxiaoshen.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What could not be processed, and what was refused for a stated reason. Thread-safe. */
public final class Problems {
    /** More are counted, not named. */
    private static final int NAMED = 20;

    private final List<String> failures = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    /** Records an item that should have been processed and was not. */
    public synchronized void failed(String item, String why) {
        failures.add(item + "：" + why);
    }

    /** Records an item that is rightly left out. */
    public synchronized void refused(String item, String why) {
        refusals.add(item + "：" + why);
    }

    /** Returns every failure, in the order of its finding. */
    public synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns every refusal, in the order of its finding. */
    public synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Returns the exit status: 0 if every item was processed or refused for a reason, else 1. */
    public synchronized int exitStatus() {
        return failures.isEmpty() ? 0 : 1;
    }

    /** Names the problems. */
    public synchronized void print(PrintWriter out) {
        print(out, "未能处理", failures);
        print(out, "按规则略过", refusals);
        out.flush();
    }

    private static void print(PrintWriter out, String heading, List<String> items) {
        if (!items.isEmpty()) {
            out.println(heading + " " + items.size() + " 项：");
            items.stream().limit(NAMED).forEach(item -> out.println("  " + item));
        }
    }
}
