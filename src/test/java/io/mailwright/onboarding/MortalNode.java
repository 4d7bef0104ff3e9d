package io.mailwright.onboarding;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The server on a {@link MortalDatabase}, started again after its death: nothing of what it was doing goes on. */
@TestComponent
class MortalNode {
    private final JobExecutor jobs;
    private final ThreadPoolTaskExecutor threads;
    private final ProcessEngine engine;
    private final ProcessEnginePlugin start;
    private final WatchStart watchStart;
    private final Hastening hastening;
    private final DueDates dueDates;

    MortalNode(
            JobExecutor jobs,
            @Qualifier("camundaTaskExecutor") ThreadPoolTaskExecutor threads,
            ProcessEngine engine,
            @Qualifier("mailwrightEngine") ProcessEnginePlugin start,
            WatchStart watchStart,
            Hastening hastening,
            DueDates dueDates) {
        this.jobs = jobs;
        this.threads = threads;
        this.engine = engine;
        this.start = start;
        this.watchStart = watchStart;
        this.hastening = hastening;
        this.dueDates = dueDates;
    }

    void restart(MortalDatabase database) {
        jobs.shutdown();
        while (threads.getActiveCount() > 0
                || !threads.getThreadPoolExecutor().getQueue().isEmpty()) Flows.sleep(2);
        database.revive();
        start.postProcessEngineBuild(engine);
        watchStart.started();
        hastening.started();
        jobs.start();
    }

    /** Whatever waits for a time has waited long enough. */
    void hasten() {
        dueDates.clockMovedBack();
    }
}
