package dev.brood.contract.chaos;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays one act after the other on a thread of its own, until it is told that the run is over:
 * those that it is to play first, so that each is played by somebody, and then what its dice say.
 */
final class Caller implements Runnable {
  private final Scene scene;
  private final List<Act> first;
  private final List<Act> dice = new ArrayList<>();
  private final BooleanSupplier over;
  private final Progress progress;
  private final Map<Act, Integer> played = new EnumMap<>(Act.class);
  private @Nullable Throwable failure;

  Caller(Scene scene, List<Act> first, List<Act> acts, Progress progress, BooleanSupplier over) {
    this.scene = scene;
    this.first = first;
    this.progress = progress;
    this.over = over;
    for (Act act : acts) {
      for (int i = 0; i < act.weight(); i++) {
        dice.add(act);
      }
    }
  }

  @Override
  public void run() {
    try {
      for (int turn = 0; !over.getAsBoolean(); turn++) {
        Act act =
            turn < first.size() ? first.get(turn) : dice.get(scene.random().nextInt(dice.size()));
        progress.begin(act.name());
        act.play(scene);
        played.merge(act, 1, Integer::sum);
      }
      progress.end();
    } catch (Throwable e) {
      failure = e;
    }
  }

  /** How often it has played an act. To be asked when it has ended, as the next. */
  int played(Act act) {
    return played.getOrDefault(act, 0);
  }

  /** What has ended it before its time. */
  @Nullable Throwable failure() {
    return failure;
  }
}
