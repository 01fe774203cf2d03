package dev.brood.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brood.Pool;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that has opened nearly all files that it may open. Whoever starts it limits how many
 * these are.
 */
public final class FewDescriptorsMain {
  private FewDescriptorsMain() {}

  /**
   * For each line that it reads, a number, it starts a pool while it can open no more than so many
   * files, and prints what came of it.
   */
  public static void main(String[] args) throws Exception {
    loadAll();
    try (Pool pool = Pool.start(2)) {
      String unused = CrampedMain.attempt("start", pool); // what is loaded then is there, too
      System.out.println(CrampedMain.attempt("submit", pool));
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      String line;
      while ((line = in.readLine()) != null) {
        System.out.println(startWith(Integer.parseInt(line), pool));
      }
    }
  }

  /** Classes in a folder could not be loaded any more when they are needed. */
  private static void loadAll() throws IOException, ClassNotFoundException, URISyntaxException {
    Path own = Path.of(Pool.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (!Files.isDirectory(own)) {
      return; // a jar stays open
    }
    try (Stream<Path> files = Files.walk(own)) {
      List<String> names =
          files
              .map(file -> own.relativize(file).toString().replace('/', '.'))
              .filter(name -> name.startsWith("dev.brood.") && name.endsWith(".class"))
              .map(name -> name.substring(0, name.length() - ".class".length()))
              .toList();
      for (String name : names) {
        Class<?> unused = Class.forName(name, false, FewDescriptorsMain.class.getClassLoader());
      }
    }
  }

  private static String startWith(int room, Pool pool) throws IOException {
    List<InputStream> taken = new ArrayList<>();
    try {
      takeAll(taken);
      close(taken.subList(0, Math.min(room, taken.size())));
      return CrampedMain.attempt("start", pool);
    } finally {
      close(taken);
    }
  }

  private static void takeAll(List<InputStream> taken) {
    try {
      while (true) {
        taken.add(new FileInputStream("/dev/null"));
      }
    } catch (FileNotFoundException e) {
      // No more files can be opened.
    }
  }

  private static void close(List<InputStream> taken) throws IOException {
    for (InputStream file : taken) {
      file.close();
    }
  }
}
