package org.followthrough.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this platform, unpacked once per version and kept in a cache. */
final class PostgresBinaries {
  private static final int EXECUTABLE = 0111;

  private final Path cache;

  PostgresBinaries(Path cache) {
    this.cache = cache;
  }

  /** The directory that holds bin, lib and share. */
  Path unpacked() throws IOException {
    String resource = resource();
    byte[] archive;
    try (InputStream in = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(
            "no PostgreSQL for this platform on the class path: "
                + resource
                + " (see the profiles of deploy/embedded/pom.xml)");
      }
      archive = in.readAllBytes();
    }
    Path target = cache.resolve("postgres-" + Sha256.hex(archive).substring(0, 16));
    if (!Files.isDirectory(target)) {
      unpack(archive, target);
    }
    return target;
  }

  private static String resource() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    return "/postgres-"
        + (os.contains("mac") ? "darwin" : "linux")
        + (arch.equals("aarch64") ? "-arm_64" : "-x86_64")
        + ".txz";
  }

  private void unpack(byte[] archive, Path target) throws IOException {
    Files.createDirectories(cache);
    Path partial = Files.createTempDirectory(cache, "unpacking-");
    Files.setPosixFilePermissions(partial, permissions(EXECUTABLE));
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new BufferedInputStream(
                new XZInputStream(new java.io.ByteArrayInputStream(archive))))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, partial);
      }
    }
    publish(partial, target);
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path root)
      throws IOException {
    Path path = root.resolve(entry.getName()).normalize();
    if (!path.startsWith(root)) {
      throw new IOException("archive entry outside its root: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(path, permissions(entry.getMode()));
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if ((mode & EXECUTABLE) != 0) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    return permissions;
  }

  // Several stacks may unpack at the same time; who comes second finds the work done.
  private static void publish(Path partial, Path target) throws IOException {
    try {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
      Trees.delete(partial);
    }
  }
}
