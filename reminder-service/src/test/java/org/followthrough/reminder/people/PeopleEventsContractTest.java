package org.followthrough.reminder.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.RepositoryRoot;
import org.junit.jupiter.api.Test;

class PeopleEventsContractTest {

  private static <T> T example(String name, Class<T> type) throws IOException {
    Path examples = RepositoryRoot.find().resolve("docs/events/examples");
    return EventJson.read(Files.readAllBytes(examples.resolve(name)), type);
  }

  @Test
  void everyPublishedExampleOfAPersonShouldBeUnderstood() throws IOException {
    var full = example("enrollment.PersonUpserted.v1/1.json", PersonUpserted.class);
    assertThat(full.email()).isEqualTo("ana.lopez@example.org");
    assertThat(full.timeZone()).isEqualTo("Europe/Madrid");
    assertThat(full.managerId()).isNotNull();
    var least = example("enrollment.PersonUpserted.v1/2.json", PersonUpserted.class);
    assertThat(least.left()).isTrue();
    assertThat(least.email()).isNull();
  }

  @Test
  void everyPublishedExampleOfACourseShouldBeUnderstood() throws IOException {
    var full = example("enrollment.CourseUpserted.v1/1.json", CourseUpserted.class);
    assertThat(full.behaviours()).hasSize(1);
    assertThat(full.needBy()).isEqualTo("2027-06-30");
    assertThat(full.costPerPlace()).isEqualByComparingTo("890");
    var least = example("enrollment.CourseUpserted.v1/2.json", CourseUpserted.class);
    assertThat(least.cadence()).isEqualTo("standard");
  }
}
