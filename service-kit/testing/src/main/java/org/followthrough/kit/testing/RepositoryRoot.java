package org.followthrough.kit.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the checkout begins, from whatever module a test runs in. */
public final class RepositoryRoot {
  private static final String LANDMARK = "deploy/topics.txt";

  private RepositoryRoot() {}

  public static Path find() {
    Path start =
        Path.of(System.getProperty("followthrough.root", System.getProperty("user.dir")))
            .toAbsolutePath();
    return Stream.iterate(start, directory -> directory != null, Path::getParent)
        .filter(directory -> Files.exists(directory.resolve(LANDMARK)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + LANDMARK + " in or above " + start));
  }
}
