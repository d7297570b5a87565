package org.followthrough.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsFileTest {
  @TempDir Path directory;

  @Test
  void givesAPolicysSettingsToItsTopics() throws IOException {
    assertThat(
            read(
                "# comment",
                "[compact] segment.ms=5",
                "people 6 compact forever",
                "plans 2 delete 30d max.message.bytes=9"))
        .containsExactly(
            new Topic(
                "people",
                6,
                Map.of("cleanup.policy", "compact", "retention.ms", "-1", "segment.ms", "5")),
            new Topic(
                "plans",
                2,
                Map.of(
                    "cleanup.policy",
                    "delete",
                    "retention.ms",
                    "2592000000",
                    "max.message.bytes",
                    "9")));
  }

  @Test
  void namesTheLineItCannotRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("people 6 compact forever", "plans 2 delete soon"))
        .withMessageContaining("topics.txt:2: retention");
    assertThatIllegalArgumentException().isThrownBy(() -> read("people 0 compact forever"));
    assertThatIllegalArgumentException().isThrownBy(() -> read("people 6"));
  }

  @Test
  void readsTheTopicsOfTheProduct() throws IOException {
    List<Topic> topics = TopicsFile.read(Path.of("../topics.txt"));

    assertThat(topics).extracting(Topic::name).doesNotHaveDuplicates();
    assertThat(topics)
        .filteredOn(topic -> topic.name().startsWith("enrollment.people"))
        .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("cleanup.policy", "compact"))
        .hasSize(1);
  }

  private List<Topic> read(String... lines) throws IOException {
    Path file = directory.resolve("topics.txt");
    Files.write(file, List.of(lines));
    return TopicsFile.read(file);
  }
}
