package org.followthrough.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  @Test
  void servicesShouldEndWhenTheirLauncherIsKilled() throws Exception {
    Process launcher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WatchdogHost.class.getName())
            .start();
    ProcessHandle service =
        ProcessHandle.of(Long.parseLong(launcher.inputReader().readLine())).orElseThrow();
    assertThat(service.isAlive()).isTrue();

    launcher.destroyForcibly();

    service.onExit().get(60, TimeUnit.SECONDS);
    assertThat(service.isAlive()).isFalse();
  }
}
