package org.followthrough.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.followthrough.kit.link.LinkKeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir private Path directory;

  @Test
  void openShouldKeepWhatItMadeUp() throws IOException {
    Path file = directory.resolve("secrets.properties");

    Secrets first = Secrets.open(file);

    assertThat(Secrets.open(file)).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void openShouldMakeUpOtherSecretsForAnotherStack() throws IOException {
    Secrets one = Secrets.open(directory.resolve("one"));
    Secrets two = Secrets.open(directory.resolve("two"));

    assertThat(one.apiKey()).isNotEqualTo(two.apiKey());
    assertThat(one.linkKeys()).isNotEqualTo(two.linkKeys());
    assertThat(one.operatorToken()).isNotEqualTo(two.operatorToken());
    assertThat(one.organizationId()).isNotEqualTo(two.organizationId());
  }

  @Test
  void openShouldMakeKeysInTheFormServicesTake() throws IOException {
    Secrets secrets = Secrets.open(directory.resolve("secrets"));

    assertThat(secrets.apiKey()).matches("ft_[a-z2-7]{10}_[A-Za-z0-9_-]{43}");
    assertThat(LinkKeyRing.parse(secrets.linkKeys())).isNotNull();
  }
}
