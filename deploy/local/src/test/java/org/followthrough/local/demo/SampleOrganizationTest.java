package org.followthrough.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.followthrough.local.demo.SampleOrganization.SampleCourse;
import org.followthrough.local.demo.SampleOrganization.SamplePerson;
import org.junit.jupiter.api.Test;

class SampleOrganizationTest {

  private final SampleOrganization organization = SampleOrganization.load();

  @Test
  void everybodyNamedShouldBeThere() {
    List<String> ids = organization.people().stream().map(SamplePerson::id).toList();
    Set<String> named = new HashSet<>();
    organization.courses().forEach(course -> named.addAll(course.learners()));
    organization.people().forEach(person -> named.add(person.hrData().getString("managerId")));
    named.remove(null);

    assertThat(ids).doesNotHaveDuplicates().containsAll(named);
  }

  @Test
  void hrShouldNotKnowHowPeopleTakeTheirMail() {
    SamplePerson grace = organization.atAddress("grace.okafor@brightwater.example").orElseThrow();
    SamplePerson owen = organization.namedIn("Talk with Owen Price").orElseThrow();

    assertThat(grace.overlooks(owen)).isTrue();
    assertThat(owen.overlooks(grace)).isFalse();
    assertThat(grace.hrData().fieldNames()).doesNotContain("temper", "overlooks");
  }

  @Test
  void everyQuestionShouldHaveExactlyOneRightAnswer() {
    for (SampleCourse course : organization.courses()) {
      assertThat(course.questions()).isNotEmpty();
      assertThat(course.questions())
          .allSatisfy(
              question ->
                  assertThat(question.getJsonObject("body").getJsonArray("options"))
                      .filteredOn(option -> ((JsonObject) option).getBoolean("correct"))
                      .hasSize(1));
    }
  }

  @Test
  void rightAnswerShouldBeKnownWithItsLetter() {
    JsonObject question = organization.courses().get(0).questions().get(0).getJsonObject("body");
    for (Object each : question.getJsonArray("options")) {
      JsonObject option = (JsonObject) each;
      assertThat(organization.isRight("B\u00a0 " + option.getString("text")))
          .isEqualTo(option.getBoolean("correct"));
    }
  }
}
