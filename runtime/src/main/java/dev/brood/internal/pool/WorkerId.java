package dev.brood.internal.pool;

import dev.brood.internal.process.WorkerHost;

/**
 * Who has answered a job.
 *
 * @param name the worker's
 * @param pid of its process
 * @param frame stands for it in stack traces
 */
record WorkerId(String name, long pid, StackTraceElement frame) {
  static WorkerId of(WorkerHost host) {
    return new WorkerId(host.name(), host.pid(), host.frame());
  }
}
