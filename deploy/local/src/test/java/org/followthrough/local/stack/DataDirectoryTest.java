package org.followthrough.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir private Path temporary;
  private Path path;

  @BeforeEach
  void namePath() {
    path = temporary.resolve("stack");
  }

  @Test
  void takeShouldRefuseWhenAnotherStackWorksThere() throws Exception {
    try (DataDirectory first = DataDirectory.take(path, false)) {
      Secrets.open(first.secrets());

      assertThatThrownBy(() -> DataDirectory.take(path, true))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("Another stack works in " + path);
      assertThat(first.secrets()).exists();
    }

    DataDirectory.take(path, false).close();
  }

  @Test
  void takeShouldRefuseADirectoryThatHoldsSomethingElse() throws IOException {
    Files.createDirectories(path);
    Files.writeString(path.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> DataDirectory.take(path, true))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("holds something else");
    assertThat(path.resolve("thesis.txt")).hasContent("years of work");
  }

  @Test
  void takeShouldWipeWhenFresh() throws Exception {
    try (DataDirectory first = DataDirectory.take(path, false)) {
      Secrets.open(first.secrets());
      Files.writeString(first.logs().resolve("x.log"), "old");
    }

    try (DataDirectory second = DataDirectory.take(path, true)) {
      assertThat(second.secrets()).doesNotExist();
      assertThat(second.logs()).isEmptyDirectory();
    }
  }

  @Test
  void takeShouldEndWhatAKilledLauncherLeftRunning() throws Exception {
    Process leftover;
    try (DataDirectory first = DataDirectory.take(path, false)) {
      Secrets.open(first.secrets());
      leftover = sleeping(first.marker());
      first.pids().write(List.of(leftover.pid()));
    }

    DataDirectory.take(path, false).close();

    assertThat(leftover.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void takeShouldLeaveAProcessAloneThatHasGotAnOldNumber() throws Exception {
    Process stranger = sleeping("-Dfollowthrough.data=/elsewhere");
    try (DataDirectory first = DataDirectory.take(path, false)) {
      Secrets.open(first.secrets());
      first.pids().write(List.of(stranger.pid()));
    }

    DataDirectory.take(path, false).close();

    assertThat(stranger.isAlive()).isTrue();
    stranger.destroyForcibly();
  }

  // The shell keeps the marker among its arguments, as a service does.
  private static Process sleeping(String marker) throws IOException {
    return new ProcessBuilder("sh", "-c", "read -r forever; exit 0", marker).start();
  }
}
