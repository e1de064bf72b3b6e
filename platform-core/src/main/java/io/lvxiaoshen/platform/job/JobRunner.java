package io.lvxiaoshen.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs jobs from the moment the application is ready until it begins to stop. */
class JobRunner implements SmartLifecycle {
    private final Supplier<Scheduler> factory;
    private volatile @Nullable Scheduler running;

    JobRunner(Supplier<Scheduler> factory) {
        this.factory = factory;
    }

    @Override
    public void start() {
        Scheduler scheduler = factory.get();
        scheduler.start();
        running = scheduler;
    }

    @Override
    public void stop() {
        Scheduler scheduler = running;
        if (scheduler != null) {
            scheduler.stop();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
