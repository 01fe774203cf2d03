package dev.brood.contract.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What became of processes that are not our own children. */
public final class Processes {
  private Processes() {}

  /** Waits for the end of a process; that nobody has asked after it yet does not count. */
  public static void awaitEnd(ProcessHandle process) {
    Await.until(() -> !process.isAlive() || isZombie(process.pid()));
  }

  private static boolean isZombie(long pid) {
    try {
      byte[] stat = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "stat"));
      return new String(stat, StandardCharsets.ISO_8859_1).contains(") Z ");
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
