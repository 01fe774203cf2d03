package dev.brood;

import org.jspecify.annotations.Nullable;

/**
 * One run of a call, as {@link Task#attempts} tells it.
 *
 * @param worker the worker's name, such as {@code pool-1 worker-2}
 * @param pid the worker's process id; that of this process for a worker that is a thread
 * @param failure why the attempt was lost, a {@link WorkerCrashedException} or a {@link
 *     CallTimeoutException}; null if it was answered: with a result or with the method's exception
 */
public record Attempt(String worker, long pid, @Nullable BroodException failure) {}
