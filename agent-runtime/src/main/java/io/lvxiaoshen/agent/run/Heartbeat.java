package io.lvxiaoshen.agent.run;

import io.lvxiaoshen.agent.AgentProperties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Renews the process's lease and looks after answers that nobody writes any more, from start-up to shutdown. */
@Component
class Heartbeat implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final ProcessLease lease;
    private final AnswerRuns runs;
    private final long periodMillis;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "agent-heartbeat");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    Heartbeat(ProcessLease lease, AnswerRuns runs, AgentProperties properties) {
        this.lease = lease;
        this.runs = runs;
        this.periodMillis = Math.max(1, properties.run().lease().toMillis() / 4);
    }

    @Override
    public void start() {
        lease.renew();
        int ended = lease.endAbandoned();
        if (ended > 0) {
            log.info("Ended {} answers that an earlier process left unfinished", ended);
        }
        timer.scheduleWithFixedDelay(this::beat, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
        running = true;
    }

    private void beat() {
        try {
            lease.renew();
            lease.endAbandoned();
            runs.reconcile();
        } catch (RuntimeException e) {
            log.warn("Heartbeat failed, trying again in {} ms", periodMillis, e);
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
        runs.interruptAll();
        lease.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
