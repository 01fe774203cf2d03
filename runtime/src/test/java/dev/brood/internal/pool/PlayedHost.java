package dev.brood.internal.pool;

import dev.brood.internal.process.Ending;
import dev.brood.internal.process.WorkerHost;
import java.util.concurrent.CompletableFuture;

/** What a worker lives in that a test plays: nothing. */
class PlayedHost implements WorkerHost {
  final CompletableFuture<Void> exit = new CompletableFuture<>();

  @Override
  public String name() {
    return "host";
  }

  @Override
  public boolean ownsProcess() {
    return false;
  }

  @Override
  public long pid() {
    return 1;
  }

  @Override
  public StackTraceElement frame() {
    return new StackTraceElement("brood", "host", null, -1);
  }

  @Override
  public CompletableFuture<?> onExit() {
    return exit;
  }

  @Override
  public void kill() {
    exit.complete(null);
  }

  @Override
  public Ending awaitEnd(long patienceMillis) {
    return new Ending(1);
  }

  @Override
  public void cutLifeLine() {}
}
