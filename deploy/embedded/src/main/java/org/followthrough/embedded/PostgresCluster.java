package org.followthrough.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The files of one database cluster: made on first use, kept from then on. */
final class PostgresCluster {
  private final Path directory;
  private final Path programs;
  private final PostgresAccount account;

  PostgresCluster(Path directory, Path programs, PostgresAccount account) {
    this.directory = directory;
    this.programs = programs;
    this.account = account;
  }

  Path files() {
    return directory.resolve("cluster");
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }

  private Path passwordFile() {
    return directory.resolve("password");
  }

  void initialize() throws IOException, InterruptedException {
    Files.createDirectories(directory);
    if (Files.isDirectory(files())) {
      return;
    }
    if (!Files.exists(passwordFile())) {
      writePassword();
    }
    // Renamed when complete: an initdb that was killed leaves nothing that looks like a cluster.
    Path partial = directory.resolve("initializing");
    Trees.delete(partial);
    account.own(directory);
    initdb(partial);
    Files.move(partial, files(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void writePassword() throws IOException {
    byte[] random = new byte[18];
    new SecureRandom().nextBytes(random);
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  private void initdb(Path target) throws IOException, InterruptedException {
    List<String> command =
        account.command(
            List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + target,
                "--username=" + EmbeddedPostgres.SUPERUSER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync",
                "--no-instructions"));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("initdb failed: " + output);
    }
  }
}
