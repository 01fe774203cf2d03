package dev.brood.processor;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * A source file below {@code src/test/resources}.
 *
 * @param path where it is
 * @param text what it says
 */
record TestSource(Path path, String text) {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "."), "src", "test", "resources");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  static Path root(String folder) {
    return ROOT.resolve(folder);
  }

  static TestSource of(Path path) {
    try {
      return new TestSource(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All source files in a folder, its subfolders included. */
  static List<TestSource> allIn(String folder) {
    return allIn(root(folder));
  }

  static List<TestSource> allIn(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .sorted()
          .map(TestSource::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of the file's type. */
  String qualifiedName() {
    String name = path.getFileName().toString().replace(".java", "");
    Matcher packageName = PACKAGE.matcher(text);
    return packageName.find() ? packageName.group(1) + "." + name : name;
  }

  JavaFileObject file() {
    return JavaFileObjects.forSourceString(qualifiedName(), text);
  }

  static List<JavaFileObject> files(List<TestSource> sources) {
    return sources.stream().map(TestSource::file).toList();
  }
}
