package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.RefusalReason;
import java.time.Duration;

/** The moment until which one file must be read. Readers ask often, so that a slow file ends by itself. */
final class Deadline {
    private final Duration allowed;
    private final long end;

    private Deadline(Duration allowed) {
        this.allowed = allowed;
        this.end = System.nanoTime() + allowed.toNanos();
    }

    static Deadline in(Duration allowed) {
        return new Deadline(allowed);
    }

    /** Ends the reading if the time is over or its thread was interrupted. */
    void check() {
        if (Thread.currentThread().isInterrupted() || System.nanoTime() - end > 0) {
            throw passed();
        }
    }

    FileRefusedException passed() {
        return new FileRefusedException(RefusalReason.TIMED_OUT, Long.toString(Math.max(1, allowed.toSeconds())));
    }

    long nanosLeft() {
        return Math.max(0, end - System.nanoTime());
    }
}
