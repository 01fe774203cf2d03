package dev.brood.testkit;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs {@link LaunchMain} from a class loader of its own, as Maven and servers do. Stands alone on
 * the class path.
 */
public final class LoaderMain {
  private LoaderMain() {}

  /**
   * Runs the program.
   *
   * @param args {@code telling}, for a loader that says from where it loads, or {@code silent}; the
   *     class path of it, all of it folders; then the program's arguments
   */
  public static void main(String[] args) throws Exception {
    List<Path> folders = Stream.of(args[1].split(File.pathSeparator, -1)).map(Path::of).toList();
    ClassLoader loader =
        args[0].equals("silent")
            ? new Silent(folders)
            : new URLClassLoader(
                folders.stream().map(LoaderMain::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass("dev.brood.testkit.LaunchMain")
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Says nothing of where it loads from. */
  private static final class Silent extends ClassLoader {
    private final List<Path> folders;

    Silent(List<Path> folders) {
      super(ClassLoader.getPlatformClassLoader());
      this.folders = folders;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      for (Path folder : folders) {
        Path file = folder.resolve(name.replace('.', '/') + ".class");
        if (Files.exists(file)) {
          try {
            byte[] bytes = Files.readAllBytes(file);
            return defineClass(name, bytes, 0, bytes.length);
          } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
          }
        }
      }
      throw new ClassNotFoundException(name);
    }

    @Override
    public String toString() {
      return "the silent loader";
    }
  }
}
