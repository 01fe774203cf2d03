package dev.brood.benchmark;

import dev.brood.processor.ParallelProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
 * What the annotation processor adds to the time that a compiler takes, beside a processor that
 * does nothing: by processing alone, and with the compilation of what it has generated.
 */
final class CompileTime implements Row {
  private static final String PROCESSING = "processing alone";
  private static final String ALL = "processing, and compiling all of it";

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

  @Override
  public String name() {
    return "compile-time";
  }

  @Override
  public String title() {
    return "what the processor adds to a compilation";
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    Path directory = Files.createTempDirectory("brood-corpus-");
    try {
      Path output = Files.createDirectory(directory.resolve("output"));
      List<Path> sources =
          Corpus.write(Files.createDirectory(directory.resolve("sources")), plan.classes());
      Contest contest = new Contest(plan);
      enter(contest, PROCESSING, "-proc:only", output, sources);
      enter(contest, ALL, "-Xlint:none", output, sources);
      report(contest.run(), plan.classes() * Corpus.methodsPerClass(), report);
    } finally {
      delete(directory);
    }
  }

  private void enter(Contest contest, String what, String option, Path output, List<Path> sources) {
    contest.way(
        without(what),
        Turn.together(1, true, () -> compile(Nothing::new, option, output, sources)));
    contest.way(
        with(what),
        Turn.together(1, true, () -> compile(ParallelProcessor::new, option, output, sources)));
  }

  private static String without(String what) {
    return what + ", without Brood's processor";
  }

  private static String with(String what) {
    return what + ", with it";
  }

  private static void report(Results results, int methods, Report report) {
    report.text(Units.count(methods) + " annotated methods.\n");
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("", "without", "with", "added for each method"));
    for (String what : List.of(PROCESSING, ALL)) {
      double without = results.of(without(what)).each();
      double with = results.of(with(what)).each();
      double added = (with - without) / methods;
      lines.add(
          List.of(what, Units.duration(without), Units.duration(with), Units.duration(added)));
      report.goal(
          Goal.atMost(
              "added for each method, " + what, Figure.of(added), 5_000_000, Units::duration));
    }
    report.table(lines);
  }

  private boolean compile(
      Supplier<Processor> processor, String option, Path output, List<Path> sources)
      throws IOException {
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
      return task.call();
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
