package dev.brood.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Eclipse's compiler shows a program in another way than javac does. */
class EclipseTest {
  private static final String CODEC =
      """
      package demo;

      import dev.brood.wire.*;

      public class ThreadCodec implements Codec<Thread> {
        @Override public void write(WireWriter out, Thread value) {}

        @Override public Thread read(WireReader in) { return null; }
      }
      """;

  @TempDir private Path folder;

  /** Other processors' files mean further rounds, and the compiler begins anew after the last. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void codecsOfAPackageStayWhenFilesAreGenerated(int round) throws IOException {
    Map<String, String> sources =
        Map.of(
            "demo/package-info",
            "@dev.brood.wire.WireCodec(ThreadCodec.class) package demo;",
            "demo/ThreadCodec",
            CODEC,
            "demo/Early",
            "package demo; class Early { @dev.brood.Parallel static void run(Thread t) {} }",
            "demo/Waiting",
            "package demo; class Waiting {"
                + " @dev.brood.Parallel static void run(Thread t, Late late) {} }");
    Result eclipse = compileWithEclipse(sources, generator(round, "record Late(int x) {}"));
    assertThat(eclipse.messages()).isEmpty();
    Result javac = compileWithJavac(sources, generator(round, "record Late(int x) {}"));
    assertThat(javac.messages()).isEmpty();
    for (String name : List.of("demo/EarlyParallel", "demo/WaitingParallel")) {
      assertThat(eclipse.generated(name))
          .contains("THREAD_CODEC.read(in)")
          .isEqualTo(javac.generated(name));
    }
  }

  /** javac would not let it: it must know at once that the annotation's value is a codec. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aCodecWhoseSuperclassIsGeneratedIsWaitedFor(int round) throws IOException {
    Map<String, String> sources =
        Map.of(
            "demo/package-info",
            "@dev.brood.wire.WireCodec(ThreadCodec.class) package demo;",
            "demo/ThreadCodec",
            "package demo; public class ThreadCodec extends Late {}",
            "demo/Main",
            "package demo; class Main { @dev.brood.Parallel static void run(Thread t) {} }");
    String late = CODEC.replace("package demo;", "").replace("ThreadCodec", "Late");
    Result eclipse = compileWithEclipse(sources, generator(round, late));
    assertThat(eclipse.messages()).isEmpty();
    assertThat(eclipse.generated("demo/MainParallel")).contains("THREAD_CODEC.read(in)");
  }

  @Test
  void aPackageOfAGeneratedClassHasItsCodecsToo() throws IOException {
    Map<String, String> sources =
        Map.of(
            "demo/package-info",
            "@dev.brood.wire.WireCodec(ThreadCodec.class) package demo;",
            "demo/ThreadCodec",
            CODEC);
    String late = "class Late { @dev.brood.Parallel static void run(Thread t) {} }";
    Result eclipse = compileWithEclipse(sources, generator(1, late));
    assertThat(eclipse.messages()).isEmpty();
    assertThat(eclipse.generated("demo/LateParallel")).contains("THREAD_CODEC.read(in)");
  }

  /** If this fails because there are no errors, the compiler has learnt it: drop the warning. */
  @Test
  void inANamedModuleAWarningTellsWhatTheErrorsMean() throws IOException {
    Map<String, String> sources =
        Map.of(
            "module-info",
            "@dev.brood.wire.WireCodec(demo.ThreadCodec.class)"
                + " module user { requires dev.brood.runtime; }",
            "demo/ThreadCodec",
            CODEC,
            "demo/Main",
            "package demo; class Main { @dev.brood.Parallel static void run(Thread t) {} }");
    Path output = Files.createTempDirectory(folder, "output");
    String processorPath = jars(ParallelProcessor.class, JavaFile.class);
    String modulePath = Program.runtime().get(0).getPath();
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages, true);
    String[] arguments = {
      "--release",
      "17",
      "-classpath", // not that of the test, which has the module as well
      output.toString(),
      "--module-path",
      modulePath,
      "-processorpath",
      processorPath,
      "-d",
      output.toString(),
      "-s",
      output.toString(),
      written(sources).toString()
    };
    assertThat(BatchCompiler.compile(arguments, out, out, null)).isFalse();
    assertThat(messages.toString())
        .contains("Main cannot be resolved")
        .containsOnlyOnce("BROOD-302: Main belongs to a named module, and Eclipse's compiler");
    assertThat(output.resolve("demo/MainParallel.java"))
        .content()
        .contains("THREAD_CODEC.read(in)");
  }

  /** The trees of javac are in another module than the API for processors. */
  @Test
  void theModuleOfJavacIsNotNeeded() throws Exception {
    Map<String, String> sources =
        Map.of(
            "demo/Main",
            "package demo; class Main { @dev.brood.Parallel static void run(int x) {} }");
    Path output = Files.createTempDirectory(folder, "output");
    Process ecj =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.compiler,java.xml,java.logging,jdk.zipfs",
                "-cp",
                jars(BatchCompiler.class),
                "org.eclipse.jdt.internal.compiler.batch.Main",
                "--release",
                "17",
                "-cp",
                Program.runtime().get(0).getPath(),
                "-processorpath",
                jars(ParallelProcessor.class, JavaFile.class),
                "-d",
                output.toString(),
                "-s",
                output.toString(),
                written(sources).toString())
            .redirectErrorStream(true)
            .start();
    String messages = new String(ecj.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ecj.waitFor()).as(messages).isZero();
    assertThat(output.resolve("demo/MainParallel.class")).exists();
  }

  private static String jars(Class<?>... types) {
    return Stream.of(types)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .collect(joining(File.pathSeparator));
  }

  @Test
  void theConstantsOfAClassFileMakeTheSameFingerprint() throws IOException {
    Map<String, String> library =
        Map.of("demo/Size", "package demo; public enum Size { SMALL, MEDIUM, LARGE }");
    List<File> classPath = new ArrayList<>(Program.runtime());
    classPath.add(compileWithJavac(library).output().toFile());
    Map<String, String> sources =
        Map.of(
            "demo/Main",
            "package demo; class Main {"
                + " @dev.brood.Parallel static Size next(Size size) { return size; } }");
    Result eclipse = compile(new EclipseCompiler(), sources, classPath);
    Result javac = compile(ToolProvider.getSystemJavaCompiler(), sources, classPath);
    assertThat(eclipse.messages()).isEmpty();
    assertThat(eclipse.generated("demo/MainParallel"))
        .isEqualTo(javac.generated("demo/MainParallel"));
  }

  private static Processor generator(int round, String late) {
    return new Generator(round, "demo.Late", "package demo; " + late);
  }

  private Result compileWithEclipse(Map<String, String> sources, Processor... others)
      throws IOException {
    return compile(new EclipseCompiler(), sources, Program.runtime(), others);
  }

  private Result compileWithJavac(Map<String, String> sources, Processor... others)
      throws IOException {
    return compile(ToolProvider.getSystemJavaCompiler(), sources, Program.runtime(), others);
  }

  private Result compile(
      JavaCompiler compiler, Map<String, String> sources, List<File> classPath, Processor... others)
      throws IOException {
    Path output = Files.createTempDirectory(folder, "output");
    Path input = written(sources);
    List<Processor> processors = new ArrayList<>(List.of(others));
    processors.add(new ParallelProcessor());
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      files.setLocation(StandardLocation.CLASS_PATH, classPath);
      files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
      files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(output.toFile()));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new PrintWriter(messages, true),
              files,
              null,
              List.of("--release", "17"),
              null,
              files.getJavaFileObjectsFromPaths(
                  sources.keySet().stream().map(name -> input.resolve(name + ".java")).toList()));
      task.setProcessors(processors);
      task.call();
    }
    return new Result(messages.toString(), output);
  }

  private Path written(Map<String, String> sources) throws IOException {
    Path input = Files.createTempDirectory(folder, "input");
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path path = input.resolve(source.getKey() + ".java");
      Files.createDirectories(path.getParent());
      Files.writeString(path, source.getValue());
    }
    return input;
  }

  /**
   * What a compilation leaves.
   *
   * @param messages errors and warnings
   * @param output generated sources, and classes
   */
  private record Result(String messages, Path output) {
    String generated(String name) throws IOException {
      return Files.readString(output.resolve(name + ".java"));
    }
  }
}
