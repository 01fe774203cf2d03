package dev.brood.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brood.Parallel;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * A program that has been compiled with the processor.
 *
 * @param generated the generated sources, by the types' qualified names
 * @param loader loads the program's classes
 */
record Program(SortedMap<String, String> generated, ClassLoader loader) {

  /** What user programs are compiled with: the runtime alone. */
  static List<File> runtime() {
    try {
      URL location = Parallel.class.getProtectionDomain().getCodeSource().getLocation();
      return List.of(new File(location.toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compiles with javac, in memory. */
  static Program compile(List<JavaFileObject> sources, String... options) {
    Compilation compilation =
        javac()
            .withClasspath(runtime())
            .withOptions((Object[]) options)
            .withProcessors(new ParallelProcessor())
            .compile(sources);
    assertThat(compilation.errors()).isEmpty();
    SortedMap<String, String> generated = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      String path = file.getName().replaceFirst("^/?SOURCE_OUTPUT/", "");
      generated.put(path.replace(".java", "").replace('/', '.'), text(file));
    }
    return new Program(generated, new MemoryLoader(compilation));
  }

  /** Compiles with Eclipse's compiler, into a folder. */
  static Program compileWithEclipse(List<TestSource> sources, Path folder) {
    List<String> options = List.of("--release", "17", "-proceedOnError", "-warn:none");
    return compile(new EclipseCompiler(), sources, folder, options);
  }

  /** Compiles with javac, into a folder. */
  static Program compileWithJavac(List<TestSource> sources, Path folder) {
    return compile(ToolProvider.getSystemJavaCompiler(), sources, folder, List.of());
  }

  private static Program compile(
      JavaCompiler compiler, List<TestSource> sources, Path folder, List<String> options) {
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocation(StandardLocation.CLASS_PATH, runtime());
      files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(folder.toFile()));
      files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(folder.toFile()));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              output,
              files,
              null,
              options,
              null,
              files.getJavaFileObjectsFromPaths(sources.stream().map(TestSource::path).toList()));
      task.setProcessors(List.of(new ParallelProcessor()));
      assertThat(task.call()).as(output.toString()).isTrue();
      return new Program(
          sourcesIn(folder), new URLClassLoader(new URL[] {folder.toUri().toURL()}, parent()));
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, String> sourcesIn(Path folder) throws IOException {
    SortedMap<String, String> generated = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(file -> file.toString().endsWith(".java")).toList()) {
        String name = folder.relativize(path).toString().replace(".java", "");
        generated.put(name.replace(File.separatorChar, '.'), Files.readString(path));
      }
    }
    return generated;
  }

  /** The generated sources, to be compiled again. */
  List<JavaFileObject> generatedFiles() {
    List<JavaFileObject> files = new ArrayList<>();
    generated.forEach((name, text) -> files.add(JavaFileObjects.forSourceString(name, text)));
    return files;
  }

  Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, true, loader);
  }

  private static String text(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassLoader parent() {
    return Program.class.getClassLoader();
  }

  /** Loads the classes of a compilation. */
  private static final class MemoryLoader extends ClassLoader {
    private final SortedMap<String, byte[]> classes = new TreeMap<>();

    MemoryLoader(Compilation compilation) {
      super(parent());
      for (JavaFileObject file : compilation.generatedFiles()) {
        if (file.getKind() == JavaFileObject.Kind.CLASS) {
          String path = file.getName().replaceFirst("^/?CLASS_OUTPUT/", "");
          classes.put(path.replace(".class", "").replace('/', '.'), bytes(file));
        }
      }
    }

    private static byte[] bytes(JavaFileObject file) {
      try (var stream = file.openInputStream()) {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
