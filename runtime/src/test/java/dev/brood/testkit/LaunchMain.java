package dev.brood.testkit;

import dev.brood.Pool;
import dev.brood.WorkerStartException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program with a pool, for tests of how workers are launched. */
public final class LaunchMain {
  private LaunchMain() {}

  /**
   * Launches workers and asks one of them.
   *
   * @param args what the pool is to be told: {@code java=file}, {@code jvm=option}, {@code
   *     env=name}, {@code env=name=value}, {@code directory=folder}, {@code classpath=entries},
   *     {@code workers=2}; {@code rename=file}, so that it is gone before that; and of what to ask:
   *     {@code property:name} and other {@link Facts}
   */
  public static void main(String[] args) throws IOException {
    Pool.Builder builder = Pool.builder().workers(1);
    List<String> jvmArguments = new ArrayList<>();
    List<String> questions = new ArrayList<>();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      String value = arg.substring(equals + 1);
      switch (equals < 0 ? "" : arg.substring(0, equals)) {
        case "java" -> builder.java(Path.of(value));
        case "jvm" -> jvmArguments.add(value);
        case "env" -> {
          int end = value.indexOf('=');
          builder.environment(
              end < 0 ? value : value.substring(0, end), end < 0 ? null : value.substring(end + 1));
        }
        case "directory" -> builder.directory(Path.of(value));
        case "classpath" ->
            builder.classPath(
                Stream.of(value.split(File.pathSeparator, -1)).map(Path::of).toArray(Path[]::new));
        case "workers" -> builder.workers(Integer.parseInt(value));
        case "rename" -> Files.move(Path.of(value), Path.of(value + ".renamed"));
        default -> questions.add(arg);
      }
    }
    try (Pool pool = builder.jvmArguments(jvmArguments.toArray(String[]::new)).start()) {
      System.out.println("answer " + pool.call(ChoresParallel.square(3)));
      for (String question : questions) {
        int colon = question.indexOf(':');
        String fact =
            pool.call(
                FactsParallel.tell(question.substring(0, colon), question.substring(colon + 1)));
        System.out.println(question + " is " + fact);
      }
    } catch (WorkerStartException e) {
      System.out.println("failed " + e.getMessage());
    }
    if (ProcessHandle.current().children().findAny().isPresent()) {
      System.out.println("a process is left");
    }
  }
}
