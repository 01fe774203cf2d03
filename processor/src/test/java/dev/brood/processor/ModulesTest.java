package dev.brood.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named modules. They are compiled from files: the in-memory compiler cannot. */
class ModulesTest {
  @TempDir private Path folder;

  @Test
  void nothingIsNeededButTheRuntime() throws IOException {
    String generated = compile("module user { requires dev.brood.runtime; exports demo; }");
    assertThat(generated)
        .doesNotContain("javax.annotation.processing")
        .contains("@SuppressWarnings(\"exports\")");
  }

  @Test
  void theGeneratedAnnotationIsUsedWhereItCanBeSeen() throws IOException {
    String generated =
        compile(
            "module user { requires dev.brood.runtime; requires java.compiler; exports demo; }");
    assertThat(generated).contains("@Generated(");
  }

  @Test
  void aCodecMayBeNamedForAModule() throws IOException {
    Files.createDirectories(folder.resolve("demo"));
    Path codec =
        Files.writeString(
            folder.resolve("demo/ThreadCodec.java"),
            """
            package demo;

            import dev.brood.wire.*;

            public final class ThreadCodec implements Codec<Thread> {
              @Override
              public void write(WireWriter out, Thread value) {}

              @Override
              public Thread read(WireReader in) {
                return Thread.currentThread();
              }

              @dev.brood.Parallel
              public static void run(Thread thread) {}
            }
            """);
    compile(
        "@dev.brood.wire.WireCodec(demo.ThreadCodec.class)"
            + " module user { requires dev.brood.runtime; }",
        codec);
    assertThat(folder.resolve("output/demo/ThreadCodecParallel.java"))
        .content()
        .contains("THREAD_CODEC.read(in)");
  }

  /** Compiles a class in a module, without any warning, and returns what is generated. */
  private String compile(String module, Path... more) throws IOException {
    Path moduleInfo = Files.writeString(folder.resolve("module-info.java"), module);
    Path squares = Files.createDirectories(folder.resolve("demo")).resolve("Squares.java");
    Files.writeString(
        squares,
        """
        package demo;

        @SuppressWarnings("exports") // of the annotation
        public final class Squares {
          private Squares() {}

          @dev.brood.Parallel
          public static int square(int x) {
            return x * x;
          }
        }
        """);
    List<Path> sources = new ArrayList<>(List.of(more));
    sources.addAll(List.of(moduleInfo, squares));
    Path output = Files.createDirectories(folder.resolve("output"));
    List<String> options =
        List.of(
            "--module-path",
            Program.runtime().get(0).getPath(),
            "-d",
            output.toString(),
            "-Xlint:all",
            "-Xlint:-processing",
            "-Werror");
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new ParallelProcessor()));
      assertThat(task.call()).as(messages.toString()).isTrue();
    }
    return Files.readString(output.resolve("demo/SquaresParallel.java"));
  }
}
