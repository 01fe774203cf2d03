package dev.brood.internal.process;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What users have told the JVMs of workers, as far as Brood has to go by it. */
final class JvmArguments {
  /** Who uses one of these has plans of his own, or runs JVMs that would not take an archive. */
  private static final List<String> EXCLUDING =
      List.of(
          "-XX:SharedArchiveFile",
          "-XX:ArchiveClassesAtExit",
          "-XX:+AutoCreateSharedArchive",
          "-XX:AOT",
          "-Xshare",
          "-javaagent",
          "-agent", // and a debugger's -agentlib
          "-Xrun",
          "-Xdebug",
          "-Xbootclasspath",
          "-cp",
          "-classpath",
          "--class-path",
          "--patch-module",
          "--upgrade-module-path",
          "--limit-modules");

  /** Every JVM of this user's reads these. */
  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");

  private static final String CORES = "-XX:+CreateCoredumpOnCrash";

  private static final List<String> HEAP = List.of("-Xmx", "-XX:MaxHeapSize=");

  private JvmArguments() {}

  /** Whether there is no use for an {@link Archive}, or it would be in somebody's way. */
  static boolean excludeArchives(Launch launch) {
    for (String argument : all(launch)) {
      for (String prefix : EXCLUDING) {
        if (argument.startsWith(prefix)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether they name a garbage collector. */
  static boolean chooseCollector(Launch launch) {
    for (String argument : all(launch)) {
      if (namesCollector(argument)) {
        return true;
      }
    }
    return false;
  }

  /** Whether they ask for the cores of JVMs that crash, which these write anyway if they may. */
  static boolean wantCores(Launch launch) {
    return all(launch).contains(CORES);
  }

  /** How large a heap may become, in bytes, if they say so; the last word counts. */
  static OptionalLong heap(Launch launch) {
    OptionalLong heap = OptionalLong.empty();
    for (String argument : launch.jvmArguments()) {
      for (String prefix : HEAP) {
        if (argument.startsWith(prefix)) {
          heap = bytes(argument.substring(prefix.length()));
        }
      }
    }
    return heap;
  }

  /** As a JVM reads it: 1g, 512M, 65536k. */
  private static OptionalLong bytes(String text) {
    String units = "kmgt";
    int unit =
        text.isEmpty() ? -1 : units.indexOf(Character.toLowerCase(text.charAt(text.length() - 1)));
    try {
      long number = Long.parseLong(unit < 0 ? text : text.substring(0, text.length() - 1));
      return OptionalLong.of(number << (10 * (unit + 1)));
    } catch (NumberFormatException e) {
      return OptionalLong.empty(); // the JVM will say so
    }
  }

  /** Those that decide how objects lie in memory, as an {@link Archive} has to know. */
  static List<String> layout(List<String> arguments) {
    List<String> layout = new ArrayList<>();
    for (String argument : arguments) {
      if (namesCollector(argument)
          || (argument.startsWith("-XX:")
              && (argument.contains("Compressed")
                  || argument.contains("CompactObjectHeaders")
                  || argument.contains("ObjectAlignmentInBytes")))) {
        layout.add(argument);
      }
    }
    return layout;
  }

  private static boolean namesCollector(String argument) {
    return argument.startsWith("-XX:+Use") && argument.endsWith("GC");
  }

  /** Those given to workers, and those that every JVM of this user reads. */
  static List<String> all(Launch launch) {
    List<String> all = new ArrayList<>(launch.jvmArguments());
    for (String variable : VARIABLES) {
      String value = launch.variable(variable);
      if (value != null) {
        all.addAll(List.of(value.strip().split(" +")));
      }
    }
    return all;
  }
}
