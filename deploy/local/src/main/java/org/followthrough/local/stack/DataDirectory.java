package org.followthrough.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a stack keeps everything. One stack at a time works in it. */
final class DataDirectory implements AutoCloseable {

  private static final String LOCK = "lock";
  private static final String SECRETS = "secrets.properties";

  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Takes the directory, making it if need be. Services that a killed launcher left behind in it
   * are ended.
   *
   * @throws StartFailure if another stack works in it, or if it holds something else
   */
  static DataDirectory take(Path path, boolean fresh) throws StartFailure {
    try {
      requireOurs(path);
      Files.createDirectories(path);
      var directory = new DataDirectory(path, lock(path));
      directory.pids().endLeftovers();
      if (fresh) {
        directory.wipe();
      }
      Files.createDirectories(directory.logs());
      return directory;
    } catch (IOException e) {
      throw new StartFailure("Cannot use " + path + ": " + e.getMessage(), e);
    }
  }

  // Wiping must never meet somebody's home directory because a flag named it once.
  private static void requireOurs(Path path) throws IOException, StartFailure {
    if (!Files.exists(path) || Files.exists(path.resolve(SECRETS))) {
      return;
    }
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.anyMatch(entry -> !entry.endsWith(LOCK))) {
        throw new StartFailure(path + " holds something else; name an empty directory with --data");
      }
    }
  }

  private static FileChannel lock(Path path) throws IOException, StartFailure {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new StartFailure(
          "Another stack works in " + path + ". Stop it, or name another directory with --data");
    }
    return channel;
  }

  private void wipe() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        if (!file.equals(path) && !file.equals(path.resolve(LOCK))) {
          Files.delete(file);
        }
      }
    }
  }

  Path path() {
    return path;
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path secrets() {
    return path.resolve(SECRETS);
  }

  Path clock() {
    return path.resolve("clock.properties");
  }

  PidFile pids() {
    return new PidFile(path.resolve("pids"), marker());
  }

  /** Stands in the command line of each service of this directory, and of no other. */
  String marker() {
    return "-Dfollowthrough.data=" + path;
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
