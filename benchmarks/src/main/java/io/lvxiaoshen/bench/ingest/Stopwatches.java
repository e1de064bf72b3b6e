package io.lvxiaoshen.bench.ingest;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLongArray;

/** Adds up where the time of all threads goes. Thread-safe. */
final class Stopwatches {

    /** The parts of an ingestion. */
    enum Part {
        PARSE,
        CHUNK,
        EMBED,
        INDEX
    }

    private final AtomicLongArray nanos = new AtomicLongArray(Part.values().length);

    <T> T time(Part part, Callable<T> work) throws Exception {
        long started = System.nanoTime();
        try {
            return work.call();
        } finally {
            nanos.addAndGet(part.ordinal(), System.nanoTime() - started);
        }
    }

    /** Returns the seconds of each part, over all threads. */
    Map<Part, Double> seconds() {
        Map<Part, Double> seconds = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            seconds.put(part, nanos.get(part.ordinal()) / 1e9);
        }
        return seconds;
    }
}
