package dev.brood.benchmark;

import dev.brood.processor.ParallelProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Prints what the annotation processor adds to the time that a compiler takes: for 1,000 annotated
 * methods in 100 classes, beside a processor that does nothing. The first figure is of processing
 * alone, the second includes the compilation of what was generated.
 */
public final class CompileTime {
  private static final int CLASSES = 100;

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final Path output;
  private final List<Path> sources;

  private CompileTime(Path directory, int classes) throws IOException {
    this.output = Files.createDirectory(directory.resolve("output"));
    this.sources = Corpus.write(Files.createDirectory(directory.resolve("sources")), classes);
  }

  /**
   * Measures and prints.
   *
   * @param arguments {@code --quick} for one run of a tenth of the classes, or nothing
   */
  public static void main(String... arguments) throws Exception {
    boolean quick = List.of(arguments).equals(List.of("--quick"));
    if (arguments.length > 0 && !quick) {
      System.err.println(
          "Usage: java -cp benchmarks.jar " + CompileTime.class.getName() + " [--quick]");
      System.exit(2);
    }
    Path directory = Files.createTempDirectory("brood-corpus-");
    try {
      int classes = quick ? CLASSES / 10 : CLASSES;
      CompileTime benchmark = new CompileTime(directory, classes);
      benchmark.run(quick ? Plan.QUICK : Plan.FULL, classes * Corpus.methodsPerClass());
    } finally {
      delete(directory);
    }
  }

  private void run(Plan plan, int methods) throws Exception {
    System.out.println(Machine.describe());
    System.out.printf("%,d annotated methods; %s%n", methods, plan.describe());
    System.out.printf("%n%-40s %10s %10s %12s%n", "", "without", "with", "each method");
    compare(plan, methods, "Processing alone", "-proc:only");
    compare(plan, methods, "Processing, and compiling all of it", "-Xlint:none");
  }

  private void compare(Plan plan, int methods, String what, String option) throws Exception {
    double without = plan.medianNanos(() -> compile(Nothing::new, option));
    double with = plan.medianNanos(() -> compile(ParallelProcessor::new, option));
    System.out.printf(
        Locale.ROOT,
        "%-40s %7.0f ms %7.0f ms %9.2f ms%n",
        what,
        without / 1e6,
        with / 1e6,
        (with - without) / methods / 1e6);
  }

  private Object compile(Supplier<Processor> processor, String option) throws IOException {
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              option,
              "-d",
              output.toString(),
              "-classpath",
              System.getProperty("java.class.path"),
              "-Xlint:-options");
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(processor.get()));
      if (!task.call()) {
        throw new IllegalStateException("the corpus does not compile");
      }
      return task;
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  /** Is asked for the same annotation, and does nothing. */
  @SupportedAnnotationTypes("dev.brood.Parallel")
  private static final class Nothing extends AbstractProcessor {
    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return false;
    }
  }
}
