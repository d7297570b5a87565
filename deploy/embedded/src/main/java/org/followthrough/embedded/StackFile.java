package org.followthrough.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * DIR/stack.properties: there when the stack is up, whole, and readable by its owner alone since it
 * holds a password.
 */
final class StackFile {
  private final Path file;

  StackFile(Path data) {
    this.file = data.resolve("stack.properties");
  }

  void write(Map<String, String> properties) throws IOException {
    Path partial = file.resolveSibling("stack.properties.part");
    Files.deleteIfExists(partial);
    Files.createFile(
        partial,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        partial,
        new TreeMap<>(properties)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining()));
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
