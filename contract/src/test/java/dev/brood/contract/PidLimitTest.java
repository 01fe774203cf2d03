package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.contract.kit.ControlGroup;
import dev.brood.contract.kit.Program;
import dev.brood.contract.kit.Questions;
import dev.brood.testkit.Await;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where an operating system allows for few processes and threads, as containers are told to: pools
 * start or say why they do not, and leave nothing behind; and serve again when there is room.
 */
@ExtendWith(NoLeaks.class)
class PidLimitTest {
  private static final String ANSWER = "answer 9";

  @TempDir private Path temporary;
  private ControlGroup group;
  private Process program;
  private Questions questions;

  @BeforeEach
  void begin() throws IOException {
    group = ControlGroup.of("pids");
    List<String> command = Program.command(temporary, CrampedMain.class);
    program =
        new ProcessBuilder(command).redirectError(temporary.resolve("stderr").toFile()).start();
    questions = new Questions(program);
    assertThat(questions.answer()).isEqualTo(ANSWER);
    for (ProcessHandle worker : workers()) {
      group.write("cgroup.procs", worker.pid());
    }
    group.write("cgroup.procs", program.pid());
  }

  @AfterEach
  void end() {
    if (program != null) {
      program.destroyForcibly();
      Await.value(program.onExit());
    }
    if (group != null) {
      group.close();
    }
  }

  private Set<ProcessHandle> workers() {
    return new HashSet<>(Processes.workers(program.toHandle()));
  }

  private int present() throws IOException {
    return Integer.parseInt(Files.readString(group.file("pids.current")).strip());
  }

  @Test
  void aPoolStartsOrSaysWhyNotWhateverRoomThereIs() throws IOException {
    Set<ProcessHandle> others = workers();
    int least = present();
    List<String> answers = new ArrayList<>();
    for (int room = 0; room <= 80; room += room < 20 ? 1 : 5) {
      group.write("pids.max", least + room);
      String answer = questions.ask("start");
      System.out.printf("with room for %d threads: %s%n", room, answer);
      answers.add(answer);
      Await.until(() -> workers().equals(others));
    }
    assertThat(answers).allMatch(line -> line.equals(ANSWER) || line.startsWith("failed "));
    assertThat(answers.get(0)).startsWith("failed ");
    Files.writeString(group.file("pids.max"), "max");
    assertThat(questions.ask("start")).isEqualTo(ANSWER);
    assertThat(questions.ask("submit")).isEqualTo(ANSWER);
  }

  @Test
  void aPoolWhoseWorkersCannotBeReplacedSaysSoAndServesAgainWhenThereIsRoom() throws IOException {
    Set<ProcessHandle> before = workers();
    group.write("pids.max", 1);
    before.forEach(ProcessHandle::destroyForcibly);
    before.forEach(Processes::awaitEnd);
    assertThat(questions.ask("call")).startsWith("failed ");
    assertThat(questions.ask("submit")).startsWith("failed ");
    Files.writeString(group.file("pids.max"), "max");
    assertThat(questions.ask("call")).isEqualTo(ANSWER);
    assertThat(questions.ask("submit")).isEqualTo(ANSWER);
  }
}
