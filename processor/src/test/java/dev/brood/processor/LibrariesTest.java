package dev.brood.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types from class files instead of sources. */
class LibrariesTest {
  private static final JavaFileObject LIBRARY =
      JavaFileObjects.forSourceLines(
          "library.Library",
          "package library;",
          "",
          "public final class Library {",
          "  public enum Size { SMALL, LARGE, HUGE }",
          "  public record Box<T>(T zone, Size size, java.util.List<T> area) {",
          "    public Box(T zone) { this(zone, Size.HUGE, null); }",
          "  }",
          "  public record Painted(java.awt.Color color) {}",
          "  public sealed interface Tool permits Saw, Hammer {}",
          "  public record Saw(@dev.brood.wire.WireCodec(TeethCodec.class) Thread teeth)",
          "      implements Tool {}",
          "  public enum Hammer implements Tool { SMALL, LARGE }",
          "  public static final class TeethCodec implements dev.brood.wire.Codec<Thread> {",
          "    public void write(dev.brood.wire.WireWriter out, Thread value) {}",
          "    public Thread read(dev.brood.wire.WireReader in) { return null; }",
          "  }",
          "  public static final class Nail {",
          "    public final int length;",
          "    @dev.brood.wire.WireCreator public Nail(int length) { this.length = length; }",
          "  }",
          "}");

  @Test
  void theSameIsGeneratedFromSourcesAndFromClassFiles(@TempDir Path folder) {
    JavaFileObject user =
        JavaFileObjects.forSourceLines(
            "user.User",
            "package user;",
            "",
            "public final class User {",
            "  @dev.brood.Parallel",
            "  public static int area(",
            "      library.Library.Box<String> box, library.Library.Tool tool) { return 1; }",
            "}");
    Program fromSource = Program.compile(List.of(LIBRARY, user));
    Compilation fromClassFile =
        javac()
            .withClasspath(compiledLibrary(folder))
            .withProcessors(new ParallelProcessor())
            .compile(user);
    assertThat(fromClassFile.errors()).isEmpty();
    assertThat(fromClassFile.generatedSourceFiles()).hasSize(1);
    assertThat(text(fromClassFile.generatedSourceFiles().get(0)))
        .isEqualTo(fromSource.generated().get("user.UserParallel"))
        .contains("new Library.Box<String>(zone, size, area)", "TEETH_CODEC.read(in)");
  }

  @Test
  void aProblemInALibraryIsReportedWhereTheLibraryIsUsed(@TempDir Path folder) {
    JavaFileObject user =
        JavaFileObjects.forSourceLines(
            "user.User",
            "package user;",
            "",
            "public final class User {",
            "  @dev.brood.Parallel",
            "  public static void hang(",
            "      String nail,",
            "      library.Library.Painted painted) {}",
            "}");
    Compilation compilation =
        javac()
            .withClasspath(compiledLibrary(folder))
            .withProcessors(new ParallelProcessor())
            .compile(user);
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(null))
        .startsWith("BROOD-202: Painted.color: java.awt.Color cannot travel: ");
    assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(7);
  }

  @Test
  void aCreatorOfALibraryNeedsTheNamesOfItsParameters(@TempDir Path with, @TempDir Path without) {
    JavaFileObject user =
        JavaFileObjects.forSourceLines(
            "user.User",
            "package user;",
            "",
            "public final class User {",
            "  @dev.brood.Parallel",
            "  public static void drive(library.Library.Nail nail) {}",
            "}");
    Compilation named =
        javac()
            .withClasspath(compiledLibrary(with, "-parameters"))
            .withProcessors(new ParallelProcessor())
            .compile(user);
    assertThat(named.errors()).isEmpty();
    Compilation nameless =
        javac()
            .withClasspath(compiledLibrary(without))
            .withProcessors(new ParallelProcessor())
            .compile(user);
    assertThat(nameless.errors()).hasSize(1);
    assertThat(nameless.errors().get(0).getMessage(null))
        .startsWith("BROOD-248: nail: library.Library.Nail cannot travel: ")
        .contains("-parameters");
  }

  private static List<File> compiledLibrary(Path folder, String... options) {
    List<File> classPath = new ArrayList<>(Program.runtime());
    classPath.add(folder.toFile());
    Compilation library =
        javac().withClasspath(Program.runtime()).withOptions((Object[]) options).compile(LIBRARY);
    for (JavaFileObject file : library.generatedFiles()) {
      Path path = folder.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
      try (var stream = file.openInputStream()) {
        Files.createDirectories(path.getParent());
        Files.copy(stream, path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return classPath;
  }

  private static String text(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
