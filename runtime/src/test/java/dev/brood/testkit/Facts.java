package dev.brood.testkit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a JVM knows of how it was launched. */
final class Facts {
  private Facts() {}

  static String tell(String kind, String name) throws Exception {
    return switch (kind) {
      case "property" -> System.getProperty(name, "none");
      case "variable" -> System.getenv().getOrDefault(name, "none");
      case "options" -> String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments());
      case "opens" -> Boolean.toString(isOpen(name));
      case "module" -> Boolean.toString(ModuleLayer.boot().findModule(name).isPresent());
      case "class" -> Class.forName(name).getModule().getName();
      case "file" -> Boolean.toString(isOpenFile(name));
      case "version" -> Integer.toString(Runtime.version().feature());
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static boolean isOpenFile(String name) throws IOException {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path one : open) {
        if (Files.isSymbolicLink(one) && Files.readSymbolicLink(one).toString().equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether code of programs may reflect on all of a type. */
  private static boolean isOpen(String typeName) throws ClassNotFoundException {
    Class<?> type = Class.forName(typeName);
    return type.getModule().isOpen(type.getPackageName(), Facts.class.getModule());
  }
}
