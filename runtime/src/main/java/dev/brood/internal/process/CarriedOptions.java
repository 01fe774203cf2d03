package dev.brood.internal.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options of this JVM that its workers get as well, because code that runs here would not run
 * there without them: what modules there are, what they let others do, and features in preview.
 * Nothing else is passed on. A second debugger or JMX server would find its port taken, an agent
 * would run twice, a log file would be written by several.
 *
 * <p>The JVM itself tells its options, but to ask it takes 30 to 140 ms where nobody has before.
 * The operating system tells the command line in 0.2 to 3, so that is looked at first, and mostly
 * says all.
 */
final class CarriedOptions {
  /** Each has a value, behind "=" or as an argument of its own. */
  private static final List<String> WITH_VALUE =
      List.of(
          "--add-opens",
          "--add-exports",
          "--add-reads",
          "--add-modules",
          "--patch-module",
          "--enable-native-access");

  private static final String PATCH = "--patch-module=";

  private static final String PREVIEW = "--enable-preview";

  /** Others whose value is an argument of its own. */
  private static final List<String> WITH_ARGUMENT =
      List.of(
          "-cp",
          "-classpath",
          "--class-path",
          "-p",
          "--module-path",
          "--upgrade-module-path",
          "--limit-modules");

  /** Files with more options. */
  private static final List<String> ELSEWHERE = List.of("@", "-XX:VMOptionsFile", "-XX:Flags");

  private static final File COMMAND_LINE = new File("/proc/self/cmdline");

  private static @Nullable List<String> found;

  private CarriedOptions() {}

  /** As arguments of a launcher. They cannot change, so they are looked for once. */
  static synchronized List<String> get() {
    if (found == null) {
      List<String> options = new ArrayList<>(of(ownOptions()));
      options.addAll(ofExecutableJar());
      found = List.copyOf(options);
    }
    return found;
  }

  private static List<String> ownOptions() {
    List<String> line = commandLine();
    List<String> options = line == null ? List.of() : options(line);
    if (line != null
        && line.get(0).endsWith("java")
        && options.stream().noneMatch(option -> ELSEWHERE.stream().anyMatch(option::startsWith))) {
      return options;
    }
    try {
      return ManagementFactory.getRuntimeMXBean().getInputArguments();
    } catch (NoClassDefFoundError e) {
      return options; // without java.management: what there is
    }
  }

  /** With its launcher; null where the operating system does not tell it so cheaply. */
  private static @Nullable List<String> commandLine() {
    try (InputStream in = new FileInputStream(COMMAND_LINE)) {
      Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
      List<String> line = Arrays.asList(new String(in.readAllBytes(), charset).split("\0", -1));
      return line.get(0).isEmpty() ? null : line;
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Of a command line, what comes between the launcher and the program. */
  private static List<String> options(List<String> line) {
    int end = 1;
    while (end < line.size()) {
      String argument = line.get(end);
      if (!argument.startsWith("-") && !argument.startsWith("@")) {
        break;
      }
      end += WITH_VALUE.contains(argument) || WITH_ARGUMENT.contains(argument) ? 2 : 1;
    }
    return line.subList(1, Math.min(end, line.size()));
  }

  /** Those that are passed on. */
  static List<String> of(List<String> options) {
    List<String> carried = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      String option = options.get(i);
      if (WITH_VALUE.contains(option) && i + 1 < options.size()) {
        carried.add(absolute(option.concat("=").concat(options.get(++i))));
      } else if (option.equals(PREVIEW)
          || WITH_VALUE.stream().anyMatch(name -> option.startsWith(name.concat("=")))) {
        carried.add(absolute(option));
      } else if (WITH_ARGUMENT.contains(option)) {
        i++;
      }
    }
    return carried;
  }

  /** Workers may run in another folder than the one against which a path was meant. */
  private static String absolute(String option) {
    if (!option.startsWith(PATCH)) {
      return option;
    }
    int paths = option.indexOf('=', PATCH.length()) + 1;
    String absolute =
        Stream.of(option.substring(paths).split(File.pathSeparator))
            .map(ClassPath::absolute)
            .collect(Collectors.joining(File.pathSeparator));
    return option.substring(0, paths).concat(absolute);
  }

  /** A jar that is started by {@code -jar} may say such things in its manifest. */
  private static List<String> ofExecutableJar() {
    String jar = System.getProperty("java.class.path", "");
    String command = System.getProperty("sun.java.command", "");
    if (jar.isEmpty() || !(command.equals(jar) || command.startsWith(jar.concat(" ")))) {
      return List.of();
    }
    try (JarFile file = new JarFile(jar)) {
      Manifest manifest = file.getManifest();
      return manifest == null ? List.of() : of(manifest.getMainAttributes());
    } catch (IOException e) {
      return List.of(); // it was a class of that name, or the jar has gone
    }
  }

  private static List<String> of(Attributes attributes) {
    List<String> options = new ArrayList<>();
    for (String name : List.of("Add-Opens", "Add-Exports")) {
      String packages = attributes.getValue(name);
      if (packages != null) {
        for (String one : packages.strip().split(" +", -1)) {
          options.add(String.join("=", "--" + name.toLowerCase(Locale.ROOT), one, "ALL-UNNAMED"));
        }
      }
    }
    String natively = attributes.getValue("Enable-Native-Access");
    if (natively != null && Runtime.version().feature() >= 22) {
      options.add("--enable-native-access=" + natively.strip());
    }
    return options;
  }
}
