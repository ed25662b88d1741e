package org.almoner.batch.run;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ChunkListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stands before the commit of every chunk of every job, and lets nobody pass whose lease is somebody else's. */
@Component
class Fence implements ChunkListener {

    private final ThreadLocal<@Nullable Lease> held = new ThreadLocal<>();
    private final Leases leases;
    private final Stopping stopping;

    Fence(Leases leases, Stopping stopping) {
        this.leases = leases;
        this.stopping = stopping;
    }

    void open(Lease lease) {
        held.set(lease);
    }

    void close() {
        held.remove();
    }

    @Override
    public void beforeChunk(ChunkContext chunk) {
        var lease = held.get();
        if (lease == null) {
            throw new IllegalStateException("a job runs without a lease");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                leases.prove(lease);
            }
        });
    }

    /** The process has been asked to end: this chunk is committed, another process goes on with the next. */
    @Override
    public void afterChunk(ChunkContext chunk) {
        if (stopping.isAsked()) {
            chunk.getStepContext().getStepExecution().setTerminateOnly();
        }
    }
}
