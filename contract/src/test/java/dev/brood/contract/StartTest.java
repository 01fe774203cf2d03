package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.brood.Pool;
import dev.brood.WorkerStartException;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.CapturedStreams;
import dev.brood.testkit.NoLeaks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Either all workers start, or none is left. */
@ExtendWith(CapturedStreams.class)
class StartTest {
  @TempDir private Path directory;

  /** An agent in a jar of its own, as the JVM wants it. */
  private Path agent() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(new Attributes.Name("Premain-Class"), OnlyThreeAgent.class.getName());
    Path jar = directory.resolve("agent.jar");
    String name = OnlyThreeAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream in = OnlyThreeAgent.class.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
    return jar;
  }

  @ForEachKind
  @Scenario(20)
  @OnlyFor(value = CHILD_JVMS, because = "only a process can fail to start")
  void ifTheFourthDoesNotStartTheOthersAreGone(Kind kind) throws IOException {
    Path places = Files.createDirectory(directory.resolve("places"));
    String argument = "-javaagent:" + agent() + "=" + places;
    Throwable thrown =
        catchThrowable(() -> kind.start(Pool.builder().workers(4).jvmArguments(argument)).close());
    assertThat(thrown)
        .isExactlyInstanceOf(WorkerStartException.class)
        .hasMessageContaining("all places are taken");
    assertThat(places).isDirectoryContaining(file -> file.endsWith("3"));
    assertThat(NoLeaks.children()).isEmpty();
  }

  @ForEachKind
  @Row("A1")
  @Scenario(23)
  @OnlyFor(value = CHILD_JVMS, because = "threads need no proof that so many of them fit")
  void sixtyFourWorkersOnAFewProcessors(Kind kind, CapturedStreams.Output output) {
    Pool.Builder settings = Pool.builder().workers(64).jvmArguments("-Xmx32m", "-Xshare:auto");
    long sum;
    try (Pool pool = kind.start(settings)) {
      assertThat(NoLeaks.workers()).hasSize(64);
      sum =
          pool.map(IntStream.range(0, 1_000), WorkParallel::square).stream()
              .mapToLong(Integer::longValue)
              .sum();
    }
    assertThat(sum).isEqualTo(IntStream.range(0, 1_000).mapToLong(x -> (long) x * x).sum());
    assertThat(output.err()).isEmpty();
  }
}
