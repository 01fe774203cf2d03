package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a JVM's report of its own failure is found, and what is taken of it. */
class CrashReportTest {
  private static final long PID = 4_999_999; // no process has such a number
  private static final String USUAL = "hs_err_pid" + PID + ".log";

  private static final String WHO = ", pid=" + PID + ", tid=7";

  @TempDir private Path directory;

  private CrashReport find(String... arguments) {
    return CrashReport.find(PID, List.of(arguments), directory, Instant.now());
  }

  private Path write(String file, String... lines) throws IOException {
    return Files.write(directory.resolve(file), List.of(lines));
  }

  @Test
  void itsHeadIsTakenWithoutDecoration() throws IOException {
    Path file =
        write(USUAL, "#", "# A fatal error", "#", "#  SIGSEGV" + WHO, "# ", "", "---", "# no more");
    assertThat(find()).isEqualTo(new CrashReport(file, List.of("A fatal error", "SIGSEGV" + WHO)));
  }

  @Test
  void itIsWhereTheUsersOptionsSay() throws IOException {
    write(USUAL, "# usual" + WHO);
    Path chosen = write("error-" + PID, "# chosen" + WHO);
    assertThat(find("-XX:ErrorFile=" + directory.resolve("error-%p")))
        .isEqualTo(new CrashReport(chosen, List.of("chosen" + WHO)));
    assertThat(find("-XX:ErrorFile=error-%p")).as("relative to where it runs").isNotNull();
    assertThat(find("-XX:ErrorFile=/nowhere/%p")).as("not there: the usual one").isNotNull();
  }

  @Test
  void thatOfAnotherProcessIsNotTaken() throws IOException {
    write(USUAL, "# old" + WHO);
    Instant later = Instant.now().plusSeconds(60);
    assertThat(CrashReport.find(PID, List.of(), directory, later)).isNull();
    assertThat(CrashReport.find(PID + 1, List.of(), directory, Instant.now())).isNull();
    String shared = "-XX:ErrorFile=" + directory.resolve(USUAL);
    assertThat(find(shared)).isNotNull();
    assertThat(CrashReport.find(PID + 1, List.of(shared), directory, Instant.now())).isNull();
  }

  @Test
  void itIsNotMoreThanAnybodyReads() throws IOException {
    write(USUAL, "# who" + WHO, ("# " + "x".repeat(1000) + "\n").repeat(100));
    CrashReport report = find();
    assertThat(report.head()).hasSize(20).allMatch(line -> line.length() <= 401);
  }

  @Test
  void anEndlessLineIsNotReadToItsEnd() throws IOException {
    write(USUAL, "# who" + WHO + "\n# " + "x".repeat(32 << 20));
    CrashReport report = find();
    assertThat(report.head()).hasSize(2).first().isEqualTo("who" + WHO);
  }

  @Test
  void aUserWithoutANameIsKnownByWhatBelongsToIt() throws IOException {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self")));
    write(USUAL, "# who" + WHO);
    String name = System.getProperty("user.name");
    System.setProperty("user.name", "?"); // as in a container that has no entry for this number
    try {
      assertThat(find()).isNotNull();
    } finally {
      System.setProperty("user.name", name);
    }
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path elsewhere = write("elsewhere", "# who" + WHO);
    Files.createSymbolicLink(directory.resolve(USUAL), elsewhere);
    assertThat(find()).isNull();
  }

  @Test
  void whatCannotBeReadIsNone() throws IOException {
    Files.createDirectory(directory.resolve(USUAL));
    assertThat(find()).isNull();
  }
}
