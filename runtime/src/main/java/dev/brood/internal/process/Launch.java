package dev.brood.internal.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the user wants the JVMs of workers to be launched. Where nothing is said, they are launched
 * as this JVM was: the same JDK, classes, environment and folder.
 *
 * @param java another launcher
 * @param jvmArguments come last and so prevail
 * @param environment variables with other values; those without a value are ones that workers do
 *     not have
 * @param directory another folder to run in, absolute
 * @param classPath another class path; none if it is empty
 * @param debugging whether each worker listens for a debugger
 * @param loader where the user's classes may be found, if not where Brood's own are
 */
public record Launch(
    Optional<Path> java,
    List<String> jvmArguments,
    Map<String, Optional<String>> environment,
    Optional<Path> directory,
    List<Path> classPath,
    boolean debugging,
    @Nullable ClassLoader loader) {

  /** Copies what might be changed. */
  public Launch {
    jvmArguments = List.copyOf(jvmArguments);
    environment = Map.copyOf(environment);
    classPath = List.copyOf(classPath);
  }

  /** For a JVM with these arguments, in the same environment; nobody debugs it. */
  public Launch rehearsing(List<String> arguments) {
    return new Launch(java, arguments, environment, Optional.empty(), classPath, false, loader);
  }

  /** A variable of the workers' environment; null if they do not have it. */
  @Nullable String variable(String name) {
    Optional<String> chosen = environment.get(name);
    return chosen != null ? chosen.orElse(null) : System.getenv(name);
  }

  /** Makes an environment, which is this process's, that of the workers. */
  void change(Map<String, String> inherited) {
    environment.forEach(
        (name, value) ->
            value.ifPresentOrElse(v -> inherited.put(name, v), () -> inherited.remove(name)));
  }
}
