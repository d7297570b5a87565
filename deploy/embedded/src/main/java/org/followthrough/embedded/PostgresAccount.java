package org.followthrough.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run: they refuse to be root, so that root starts them in a user
 * namespace of their own or, where a container forbids that, as nobody.
 */
enum PostgresAccount {
  OWN(""),
  NAMESPACE("unshare -U"),
  NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

  private static final Path HOME_CACHE =
      Path.of(System.getProperty("user.home"), ".cache", "followthrough");
  private static final Path SHARED_CACHE = Path.of("/var/cache/followthrough");
  private static final int NOBODY_ID = 65534;

  private final String prefix;

  PostgresAccount(String prefix) {
    this.prefix = prefix;
  }

  static PostgresAccount current() {
    if (!System.getProperty("user.name").equals("root")) {
      return OWN;
    }
    return Stream.of(NAMESPACE, NOBODY)
        .filter(PostgresAccount::works)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "PostgreSQL does not run as root, and neither unshare nor setpriv works here:"
                        + " run as another user"));
  }

  private boolean works() {
    try {
      Process process = new ProcessBuilder(command(List.of("true"))).start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  List<String> command(List<String> words) {
    Stream<String> first = prefix.isEmpty() ? Stream.empty() : Stream.of(prefix.split(" "));
    return Stream.concat(first, words.stream()).toList();
  }

  /** Where unpacked programs are readable to this account. */
  Path cache() {
    return this == NOBODY ? SHARED_CACHE : HOME_CACHE;
  }

  void own(Path directory) throws IOException {
    if (this != NOBODY) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        Files.setAttribute(path, "unix:uid", NOBODY_ID);
        Files.setAttribute(path, "unix:gid", NOBODY_ID);
      }
    }
  }
}
