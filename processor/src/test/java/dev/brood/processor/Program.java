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
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
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
  /**
   * Whether programs are named modules, and the runtime is one. The build runs the tests with
   * {@link #MODULE_PATH} once more in this way.
   */
  static final boolean MODULES = Parallel.class.getModule().isNamed();

  /** The tag of tests that programs pass on the class path and on the module path. */
  static final String MODULE_PATH = "module-path";

  /** What user programs are compiled with: the runtime alone. */
  static List<File> runtime() {
    try {
      URL location = Parallel.class.getProtectionDomain().getCodeSource().getLocation();
      return List.of(new File(location.toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Compiles with javac, in memory; as a module, into a new folder, for in memory there is none.
   */
  static Program compile(List<JavaFileObject> sources, String... options) {
    return MODULES
        ? compile(
            ToolProvider.getSystemJavaCompiler(), files -> sources, newFolder(), List.of(options))
        : compileInMemory(sources, options);
  }

  private static Program compileInMemory(List<JavaFileObject> sources, String... options) {
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

  /**
   * Compiles with Eclipse's compiler, into a folder; a module in two steps, because in a named
   * module that compiler does not see what a processor generates: first it runs the processor, then
   * it compiles the sources and what has been generated.
   */
  static Program compileWithEclipse(List<TestSource> sources, Path folder) {
    List<String> options = List.of("--release", "17", "-proceedOnError", "-warn:none");
    EclipseCompiler compiler = new EclipseCompiler();
    if (!MODULES) {
      return compile(compiler, files -> in(files, sources), folder, options);
    }
    List<String> processing = new ArrayList<>(options);
    processing.add("-proc:only");
    run(compiler, files -> in(files, sources), folder, processing, new ParallelProcessor());
    List<TestSource> all = new ArrayList<>(sources);
    all.addAll(TestSource.allIn(folder));
    run(compiler, files -> in(files, all), folder, options);
    return load(folder);
  }

  /** Compiles with javac, into a folder. */
  static Program compileWithJavac(List<TestSource> sources, Path folder) {
    return compile(
        ToolProvider.getSystemJavaCompiler(), files -> in(files, sources), folder, List.of());
  }

  private static Iterable<? extends JavaFileObject> in(
      StandardJavaFileManager files, List<TestSource> sources) {
    return files.getJavaFileObjectsFromPaths(sources.stream().map(TestSource::path).toList());
  }

  private static Program compile(
      JavaCompiler compiler,
      Function<StandardJavaFileManager, Iterable<? extends JavaFileObject>> sources,
      Path folder,
      List<String> options) {
    run(compiler, sources, folder, options, new ParallelProcessor());
    return load(folder);
  }

  private static void run(
      JavaCompiler compiler,
      Function<StandardJavaFileManager, Iterable<? extends JavaFileObject>> sources,
      Path folder,
      List<String> options,
      Processor... processors) {
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocation(StandardLocation.CLASS_PATH, MODULES ? List.of() : runtime());
      files.setLocation(StandardLocation.MODULE_PATH, MODULES ? runtime() : List.of());
      files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(folder.toFile()));
      files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(folder.toFile()));
      List<JavaFileObject> compiled = new ArrayList<>();
      sources.apply(files).forEach(compiled::add);
      if (MODULES) {
        in(files, TestSource.allIn("module")).forEach(compiled::add);
      }
      JavaCompiler.CompilationTask task =
          compiler.getTask(output, files, null, options, null, compiled);
      task.setProcessors(List.of(processors));
      assertThat(task.call()).as(output.toString()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Program load(Path folder) {
    try {
      ClassLoader loader =
          MODULES
              ? moduleLoader(folder)
              : new URLClassLoader(new URL[] {folder.toUri().toURL()}, parent());
      return new Program(sourcesIn(folder), loader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The loader of the module in a folder. Only the tests may look into it. */
  private static ClassLoader moduleLoader(Path folder) {
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration().resolve(ModuleFinder.of(folder), ModuleFinder.of(), Set.of("program"));
    ModuleLayer.Controller controller =
        ModuleLayer.defineModulesWithOneLoader(configuration, List.of(boot), parent());
    Module module = controller.layer().findModule("program").orElseThrow();
    for (String name : module.getPackages()) {
      controller.addOpens(module, name, Program.class.getModule());
    }
    return module.getClassLoader();
  }

  /** A folder that is deleted with what else the build has made. */
  private static Path newFolder() {
    try {
      Path target = Path.of(System.getProperty("basedir", "."), "target");
      return Files.createTempDirectory(target, "program");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a JVM is started with that is to find the program in a folder. */
  static String[] jvmArguments(Path folder) {
    String path = folder + File.pathSeparator + runtime().get(0);
    return MODULES
        ? new String[] {"-p", path, "--add-modules", "program"}
        : new String[] {"-cp", path};
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
