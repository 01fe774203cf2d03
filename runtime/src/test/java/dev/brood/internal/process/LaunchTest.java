package dev.brood.internal.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Pool;
import dev.brood.WorkerStartException;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.fixtures.FactsParallel;
import dev.brood.fixtures.LaunchMain;
import dev.brood.fixtures.LoaderMain;
import dev.brood.fixtures.MarkingAgent;
import dev.brood.testkit.Await;
import dev.brood.testkit.CapturedStreams;
import dev.brood.testkit.NoLeaks;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that are started in all the ways that there are have workers that answer. */
@ExtendWith({NoLeaks.class, CapturedStreams.class})
class LaunchTest {
  private static final String ANSWER = "answer 9\n";
  private static final Path HOME = Path.of(System.getProperty("java.home"));

  @TempDir private static Path shared;

  /** The runtime as users have it, and a folder with a program. */
  private static Path jar;

  private static Path program;

  @TempDir private Path directory;

  @BeforeAll
  static void build() throws Exception {
    Path classes = location(Pool.class);
    jar = shared.resolve("runtime.jar");
    writeJar(jar, classes, new Manifest());
    program = shared.resolve("program");
    copy(
        location(LaunchMain.class).resolve("dev/brood/fixtures"),
        program.resolve("dev/brood/fixtures"));
  }

  // ---- what is launched ----

  private static Path location(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void writeJar(Path file, Path classes, Manifest manifest) throws IOException {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest);
        Stream<Path> all = Files.walk(classes)) {
      for (Path one : all.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(one).toString()));
        Files.copy(one, (OutputStream) out);
        out.closeEntry();
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path copy = to.resolve(from.relativize(one).toString());
        Files.createDirectories(Files.isDirectory(one) ? copy : copy.getParent());
        if (Files.isRegularFile(one)) {
          Files.copy(one, copy);
        }
      }
    }
  }

  private static String path(Object... entries) {
    return Arrays.stream(entries)
        .map(Object::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static final String MAIN = LaunchMain.class.getName();

  /** A program that is about to be started. */
  private static final class Parent {
    private final List<String> command;
    private final Map<String, String> environment = new TreeMap<>();
    private Path folder = shared;

    Parent(List<String> command) {
      this.command = new ArrayList<>(command);
    }

    Parent with(String variable, String value) {
      environment.put(variable, value);
      return this;
    }

    Parent in(Path other) {
      folder = other;
      return this;
    }

    /** What it prints until its end. */
    String run(String... arguments) throws IOException {
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
        builder.environment().remove(variable);
      }
      builder.environment().putAll(environment);
      Process process = builder.redirectErrorStream(true).start();
      try {
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(Await.value(process.onExit()).exitValue()).as(output).isZero();
        assertThat(output).doesNotContain("a process is left");
        return output;
      } finally {
        process.destroyForcibly();
      }
    }
  }

  /** Of the JDK at home, with options, among them a class path, and a main class. */
  private static Parent java(Path home, String... options) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Dbrood.archive=off"));
    command.addAll(List.of(options));
    return new Parent(command);
  }

  private static Parent java(String... options) {
    return java(HOME, options);
  }

  /** The program on a plain class path, with options of its JVM before that. */
  private static Parent program(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-cp", path(program, jar), MAIN));
    return java(all.toArray(String[]::new));
  }

  // ---- class paths ----

  @Test
  void aPlainClassPath() throws Exception {
    assertThat(program().run()).isEqualTo(ANSWER);
  }

  /** The names are made by a shell, since the locale of these tests may not know them. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a  b", "100 %% %%20", "it'\\''s \"quoted\" #1", "gr\\303\\274n \\346\\234\\250"})
  void namesOfAnyCharacters(String name) throws Exception {
    String script =
        """
        odd=$(printf '%s')
        mkdir "$odd" && cp -r "$1" "$odd/program" && cp "$2" "$odd/runtime.jar"
        exec "$3" -XX:-UsePerfData -Dbrood.archive=off -cp "$odd/program:$odd/runtime.jar" "$4"
        """
            .formatted(name);
    Parent parent =
        new Parent(
            List.of(
                "sh",
                "-c",
                script,
                "sh",
                program.toString(),
                jar.toString(),
                HOME.resolve("bin/java").toString(),
                MAIN));
    assertThat(parent.with("LC_ALL", "C.UTF-8").in(directory).run()).isEqualTo(ANSWER);
  }

  /** A JVM cannot open what the locale has no characters for; neither can its workers. */
  @Test
  void aLocaleWithoutTheLettersOfAnEntry() throws Exception {
    String script =
        """
        odd=$(printf 'gr\\303\\274n')
        mkdir "$odd"
        exec "$1" -XX:-UsePerfData -Dbrood.archive=off -cp "$odd:$2:$3" "$4"
        """;
    Parent parent =
        new Parent(
            List.of(
                "sh",
                "-c",
                script,
                "sh",
                HOME.resolve("bin/java").toString(),
                program.toString(),
                jar.toString(),
                MAIN));
    assertThat(parent.with("LC_ALL", "C").in(directory).run()).isEqualTo(ANSWER);
  }

  @Test
  void anOptionWithLettersThatTheLocaleDoesNotKnow() throws Exception {
    String script =
        "exec \"$1\" -XX:-UsePerfData -cp \"$2\" \"$3\" jvm=-Dx=$(printf 'gr\\303\\274n')";
    Parent parent =
        new Parent(
            List.of(
                "sh",
                "-c",
                script,
                "sh",
                HOME.resolve("bin/java").toString(),
                path(program, jar),
                MAIN));
    assertThat(parent.with("LC_ALL", "C").run())
        .startsWith("failed ")
        .contains("letters that the locale of this process does not know (US-ASCII)");
  }

  @Test
  void aClassPathLongerThanACommandLineMayBe() throws Exception {
    String entries =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "/nowhere/" + "long-name-".repeat(5) + i + ".jar")
            .collect(Collectors.joining(File.pathSeparator));
    Path file = directory.resolve("options");
    Files.writeString(file, "-cp " + path(entries, program, jar));
    assertThat(Files.size(file)).isGreaterThan(256 << 10);
    assertThat(java("@" + file, MAIN).run()).isEqualTo(ANSWER);
  }

  /** What comes before it hides its classes, and is to do so in workers too. */
  @Test
  void aJarOfEverythingStaysInItsPlaceHoweverItIsSpelled() throws Exception {
    Path everything = directory.resolve("everything");
    copy(location(Pool.class), everything);
    copy(program, everything);
    Files.writeString(Files.createDirectory(everything.resolve("users")).resolve("file"), "");
    writeJar(directory.resolve("all.jar"), everything, new Manifest());
    Path folder = Files.createDirectory(directory.resolve("folder"));
    assertThat(
            java("-cp", path("folder", "./all.jar"), MAIN)
                .in(directory)
                .run("property:java.class.path"))
        .startsWith(ANSWER)
        .endsWith(" is " + path(folder, directory.resolve("./all.jar")) + "\n");
  }

  @Test
  void aJarThatOnlyNamesOthers() throws Exception {
    Path booter = directory.resolve("booter.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.CLASS_PATH, program.toUri() + " " + jar.toUri());
    writeJar(booter, Files.createDirectory(directory.resolve("nothing")), manifest);
    assertThat(java("-cp", booter.toString(), MAIN).run()).isEqualTo(ANSWER);
  }

  /** These tests themselves run so, wherever Surefire has started them. */
  @Test
  void aTestRunOfSurefire() {
    Assumptions.assumeTrue(
        System.getProperty("surefire.real.class.path", "").contains("surefirebooter"));
    try (Pool pool = Pool.start(1)) {
      assertThat(pool.call(ChoresParallel.square(3))).isEqualTo(9);
    }
  }

  @Test
  void anExecutableJarWhoseManifestOpensPackages() throws Exception {
    Path app = directory.resolve("app.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MAIN_CLASS, MAIN);
    attributes.put(Attributes.Name.CLASS_PATH, jar.toUri().toString());
    attributes.putValue("Add-Opens", "java.base/java.lang java.base/java.util");
    writeJar(app, program, manifest);
    assertThat(java("-jar", app.toString()).run("opens:java.lang.String", "opens:java.text.Format"))
        .isEqualTo(ANSWER + "opens:java.lang.String is true\nopens:java.text.Format is false\n");
  }

  @Test
  void wildCards() throws Exception {
    Path jars = Files.createDirectory(directory.resolve("jars"));
    Files.copy(jar, jars.resolve("runtime.jar"));
    writeJar(jars.resolve("program.jar"), program, new Manifest());
    assertThat(java("-cp", jars + "/*", MAIN).run()).isEqualTo(ANSWER);
    assertThat(program().run("classpath=" + jars + "/*", "property:java.class.path"))
        .isEqualTo(
            ANSWER
                + "property:java.class.path is "
                + path(jar, jars.resolve("program.jar"), jars.resolve("runtime.jar"))
                + "\n");
  }

  @Test
  void relativeEntriesAndAnotherFolderForTheWorkers() throws Exception {
    assertThat(
            java("-cp", path("program", "runtime.jar"), MAIN)
                .run("directory=" + directory, "property:user.dir"))
        .isEqualTo(ANSWER + "property:user.dir is " + directory.toRealPath() + "\n");
  }

  @Test
  void classLoadersOtherThanTheSystems() throws Exception {
    Path alone = Files.createDirectories(directory.resolve("alone"));
    String folder = "dev/brood/fixtures";
    Files.createDirectories(alone.resolve(folder));
    for (String type : List.of("LoaderMain.class", "LoaderMain$Silent.class")) {
      Files.copy(program.resolve(folder).resolve(type), alone.resolve(folder).resolve(type));
    }
    String main = LoaderMain.class.getName();
    String classes = path(program, location(Pool.class));

    assertThat(java("-cp", alone.toString(), main).run("telling", classes)).isEqualTo(ANSWER);
    assertThat(java("-cp", alone.toString(), main).run("silent", classes))
        .startsWith("failed ")
        .contains(
            "cannot tell the class path of workers",
            "the silent loader",
            "java.class.path (" + alone + ")",
            "Pool.builder().classPath(…)");
    assertThat(
            java("-cp", alone.toString(), main)
                .run("silent", classes, "classpath=" + path(program, jar)))
        .isEqualTo(ANSWER);
  }

  @Test
  void aLibraryThatHasGone() throws Exception {
    Path copy = Files.copy(jar, directory.resolve("copy.jar"));
    assertThat(java("-cp", path(program, copy), MAIN).run("rename=" + copy))
        .startsWith("failed ")
        .contains(copy.toString(), "is not there any more");
  }

  // ---- options of the parent ----

  @Test
  void whatSaysWhatModulesMayDoIsPassedOn() throws Exception {
    String[] questions = {
      "opens:java.lang.String", "opens:java.util.List", "module:jdk.incubator.vector"
    };
    String answers =
        ANSWER
            + "opens:java.lang.String is true\n"
            + "opens:java.util.List is false\n"
            + "module:jdk.incubator.vector is true\n";
    String opens = "java.base/java.lang=ALL-UNNAMED";
    assertThat(program("--add-opens", opens, "--add-modules=jdk.incubator.vector").run(questions))
        .endsWith(answers);
    Path file = Files.writeString(directory.resolve("options"), "--add-opens " + opens);
    assertThat(program("@" + file, "--add-modules=jdk.incubator.vector").run(questions))
        .endsWith(answers);
    assertThat(
            program("--add-opens", opens, "--add-modules=jdk.incubator.vector")
                .run(
                    Stream.concat(Stream.of("jvm=--add-opens=" + opens), Stream.of(questions))
                        .toArray(String[]::new)))
        .as("said twice")
        .endsWith(answers);
  }

  /** As Surefire does with the tests of a module. */
  @Test
  void whatIsPatchedIntoAModuleIsPassedOn() throws Exception {
    Path source =
        Files.writeString(
            Files.createDirectories(directory.resolve("source")).resolve("Patched.java"),
            "package java.util.logging; public class Patched {}");
    Path patch = directory.resolve("patch");
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--patch-module=java.logging=" + source.getParent(),
                "-d",
                patch.toString(),
                source.toString());
    assertThat(code).isZero();
    assertThat(
            java("--patch-module", "java.logging=patch", "-cp", path(program, jar), MAIN)
                .in(directory)
                .run("directory=" + program, "class:java.util.logging.Patched"))
        .isEqualTo(ANSWER + "class:java.util.logging.Patched is java.logging\n");
  }

  /** As the compiler marks it, a class needs that its JVM knows the previews of its version. */
  @Test
  void previewsArePassedOn() throws Exception {
    Path previewing = directory.resolve("previewing");
    copy(program, previewing);
    try (Stream<Path> classes = Files.walk(previewing)) {
      for (Path type : classes.filter(c -> c.toString().contains("FactsParallel")).toList()) {
        byte[] bytes = Files.readAllBytes(type);
        bytes[4] = (byte) 0xFF;
        bytes[5] = (byte) 0xFF;
        bytes[7] = (byte) (44 + Runtime.version().feature());
        Files.write(type, bytes);
      }
    }
    assertThat(java("--enable-preview", "-cp", path(previewing, jar), MAIN).run("property:no.such"))
        .isEqualTo(ANSWER + "property:no.such is none\n");
  }

  @Test
  void nothingElseIsPassedOn() throws Exception {
    Path agent = directory.resolve("agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putValue("Premain-Class", MarkingAgent.class.getName());
    writeJar(agent, program, manifest);
    String output =
        program(
                "-javaagent:" + agent,
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0",
                "-Dparents=own",
                "-Xmx77m",
                "-Xlog:gc:file=" + directory.resolve("gc.log"))
            .run("workers=2", "property:agent", "property:parents", "options:");
    assertThat(output)
        .contains(ANSWER, "property:agent is none", "property:parents is none")
        .containsOnlyOnce("Listening for transport")
        .doesNotContain("-Xmx77m", "-javaagent", "-agentlib", "gc.log");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
  void optionsInTheEnvironmentAreInheritedUnlessTakenAway(String variable) throws Exception {
    assertThat(program().with(variable, "-Dtool=here").run("property:tool"))
        .contains(ANSWER, "property:tool is here", "] ", "icked up " + variable);
    assertThat(program().with(variable, "-Dtool=here").run("env=" + variable, "property:tool"))
        .contains(ANSWER, "property:tool is none")
        .containsOnlyOnce("icked up " + variable);
  }

  @Test
  void theEnvironmentCanBeChanged() throws Exception {
    assertThat(
            program()
                .with("KEPT", "1")
                .with("CHANGED", "2")
                .with("REMOVED", "3")
                .run(
                    "env=CHANGED=x=y",
                    "env=ADDED=new",
                    "env=REMOVED",
                    "variable:KEPT",
                    "variable:CHANGED",
                    "variable:ADDED",
                    "variable:REMOVED"))
        .isEqualTo(
            ANSWER
                + "variable:KEPT is 1\n"
                + "variable:CHANGED is x=y\n"
                + "variable:ADDED is new\n"
                + "variable:REMOVED is none\n");
  }

  @Test
  void filesThatAreOpenHereAreNotOpenInWorkers() throws IOException {
    Path file = Files.createFile(directory.resolve("secret"));
    try (InputStream open = Files.newInputStream(file);
        Pool pool = Pool.start(1)) {
      assertThat(open.read()).isNegative();
      assertThat(pool.call(FactsParallel.tell("file", file.toRealPath().toString())))
          .isEqualTo("false");
    }
  }

  // ---- other JDKs ----

  /** Another JDK that this machine has. */
  private static Path otherHome() throws IOException {
    Path own = HOME.toRealPath();
    for (Path folder :
        List.of(Path.of("/usr/lib/jvm"), Path.of("/opt/java"), Path.of("/opt/jdk"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> homes = Files.list(folder)) {
          for (Path home : homes.sorted().toList()) {
            if (Files.isExecutable(home.resolve("bin/java"))
                && Files.exists(home.resolve("release"))
                && !home.toRealPath().equals(own)
                && feature(home) >= 17) {
              return home.toRealPath();
            }
          }
        }
      }
    }
    return Assumptions.abort("there is no other JDK here");
  }

  private static int feature(Path home) throws IOException {
    Matcher version =
        Pattern.compile("JAVA_VERSION=\"(\\d+)").matcher(Files.readString(home.resolve("release")));
    return version.find() ? Integer.parseInt(version.group(1)) : 0;
  }

  @Test
  void workersOfAnotherJdk() throws Exception {
    Path other = otherHome();
    String[] options = {
      "--enable-native-access=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED"
    };
    assertThat(
            program(options)
                .run("java=" + other.resolve("bin/java"), "version:", "opens:java.lang.String"))
        .isEqualTo(ANSWER + "version: is " + feature(other) + "\nopens:java.lang.String is true\n");

    Parent parent = java(other, "-cp", path(program, jar), MAIN);
    assertThat(parent.run("java=" + HOME.resolve("bin/java"), "version:"))
        .isEqualTo(ANSWER + "version: is " + Runtime.version().feature() + "\n");
  }

  /** Also that of a JDK that is upgraded while its programs run. */
  @Test
  void aTrimmedImageAndOneThatLosesItsLauncher() throws Exception {
    Path image = directory.resolve("image");
    int code =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(
                System.out, System.err, "--add-modules", "java.base", "--output", image.toString());
    assertThat(code).isZero();
    String[] options = {"-cp", path(program, jar), MAIN};
    assertThat(java(image, options).run("module:java.management"))
        .isEqualTo(ANSWER + "module:java.management is false\n");
    // Without java.management, only the command line itself tells.
    Path file = Files.writeString(directory.resolve("options"), "-Dx=y");
    assertThat(
            java(
                    image,
                    "@" + file,
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "-cp",
                    path(program, jar),
                    MAIN)
                .run("opens:java.lang.String"))
        .isEqualTo(ANSWER + "opens:java.lang.String is true\n");

    Path launcher = image.resolve("bin/java");
    assertThat(java(image, options).run("rename=" + launcher))
        .startsWith("failed ")
        .contains("there is no " + launcher, "been replaced while", "Pool.builder().java(…)");

    List<String> command = new ArrayList<>(List.of(launcher + ".renamed", "-XX:-UsePerfData"));
    command.addAll(List.of(options));
    assertThat(new Parent(command).run("java=" + HOME.resolve("bin/java"), "version:"))
        .isEqualTo(ANSWER + "version: is " + Runtime.version().feature() + "\n");
  }

  // ---- debuggers ----

  @Test
  void eachWorkerListensForADebuggerOnAPortOfItsOwn(CapturedStreams.Output output)
      throws Exception {
    try (Pool pool = Pool.builder().workers(2).debugger().start()) {
      Matcher ports = Pattern.compile("dt_socket at address: (\\d+)").matcher("");
      Await.until(() -> ports.reset(output.out()).results().count() == 2);
      List<Integer> found =
          ports.reset(output.out()).results().map(r -> Integer.parseInt(r.group(1))).toList();
      assertThat(found).doesNotHaveDuplicates();
      byte[] greeting = "JDWP-Handshake".getBytes(UTF_8);
      for (int port : found) {
        try (Socket debugger = new Socket(InetAddress.getLoopbackAddress(), port)) {
          debugger.getOutputStream().write(greeting);
          assertThat(debugger.getInputStream().readNBytes(greeting.length)).isEqualTo(greeting);
        }
      }
      assertThat(pool.call(ChoresParallel.square(3))).isEqualTo(9);
    }
  }

  // ---- mistakes ----

  @Test
  void whatCannotBeLaunchedIsAnErrorAtOnce() {
    Pool.Builder builder = Pool.builder();
    assertThatThrownBy(() -> builder.java(HOME))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(HOME + " cannot be executed");
    assertThatThrownBy(() -> builder.directory(directory.resolve("nowhere")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no folder");
    assertThatThrownBy(() -> builder.environment("A=B", "C"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.environment("", "C"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.environment("A", "\0"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aJdkThatIsTooOldIsNotEvenStarted() throws IOException {
    Path launcher = Files.createDirectories(directory.resolve("old/bin")).resolve("java");
    Files.writeString(launcher, "#!/bin/sh\ntouch " + directory.resolve("started") + "\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Files.writeString(directory.resolve("old/release"), "X=1\nJAVA_VERSION=\"1.8.0_292\"\n");
    assertThatThrownBy(() -> Pool.builder().java(launcher).start())
        .isExactlyInstanceOf(WorkerStartException.class)
        .hasMessageContaining("workers need 17 or later");
    assertThat(directory.resolve("started")).doesNotExist();
  }

  /** Nothing tells of what version it is, so what is for later ones is left out. */
  @Test
  void aScriptMayStandInForTheLauncher() throws IOException {
    Path script = directory.resolve("java");
    Files.writeString(
        script, "#!/bin/sh\nexec " + HOME.resolve("bin/java") + " -Dscript=used \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    try (Pool pool = Pool.builder().workers(1).java(script).start()) {
      assertThat(pool.call(ChoresParallel.property("script"))).isEqualTo("used");
      assertThat(pool.call(ChoresParallel.property("jdk.reflect.useNativeAccessorOnly"))).isEmpty();
    }
  }
}
