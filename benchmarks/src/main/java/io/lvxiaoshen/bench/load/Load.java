package io.lvxiaoshen.bench.load;

import io.lvxiaoshen.bench.Percentiles;
import io.lvxiaoshen.bench.Problems;
import io.lvxiaoshen.bench.load.AssistantClient.Timing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A closed loop: each stream asks, reads the answer to its end and asks again, until the time is over. */
final class Load {
    private final AssistantClient client;
    private final List<String> conversations;
    private final List<String> questions;
    private final Problems problems;
    private final List<Long> firstTokens = new ArrayList<>();
    private final List<Long> gaps = new ArrayList<>();
    private final Map<String, Integer> statuses = new TreeMap<>();

    /**
     * Prepares a load.
     *
     * @param conversations each is asked by one stream at a time
     * @param problems told of every answer that did not come
     */
    Load(AssistantClient client, List<String> conversations, List<String> questions, Problems problems) {
        this.client = client;
        this.conversations = conversations;
        this.questions = questions;
        this.problems = problems;
    }

    /** Runs {@code streams} loops for {@code seconds} and waits for the last answers. */
    void run(int streams, int seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService threads = Executors.newFixedThreadPool(streams);
        for (int stream = 0; stream < streams; stream++) {
            int number = stream;
            threads.execute(() -> loop(number, streams, deadline));
        }
        threads.shutdown();
        if (!threads.awaitTermination(seconds + 120L, TimeUnit.SECONDS)) {
            threads.shutdownNow();
            problems.failed("chat-load", "有回答在结束两分钟后仍未完成");
        }
    }

    private void loop(int stream, int streams, long deadline) {
        Random random = new Random(stream);
        for (int turn = 0; System.nanoTime() < deadline; turn++) {
            int own = (conversations.size() - stream - 1) / streams + 1;
            String conversation = conversations.get(stream + (turn % own) * streams);
            String question = questions.get(random.nextInt(questions.size()));
            try {
                record(client.ask(conversation, question));
            } catch (IOException e) {
                problems.failed(question, String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void record(Timing timing) {
        firstTokens.add(timing.firstNanos());
        gaps.addAll(timing.gaps());
        statuses.merge(timing.status(), 1, Integer::sum);
    }

    synchronized int answers() {
        return firstTokens.size();
    }

    synchronized Map<String, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    synchronized Percentiles firstToken() {
        return Percentiles.ofNanos(firstTokens);
    }

    synchronized Percentiles perToken() {
        return Percentiles.ofNanos(gaps);
    }
}
