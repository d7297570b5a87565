package org.followthrough.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.followthrough.local.demo.SampleOrganization.SamplePerson;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class FormFillingTest {

  private static final Instant NOW = Instant.parse("2027-02-01T10:00:00Z");
  private final SampleOrganization organization = SampleOrganization.load();
  private final SamplePerson english =
      organization.atAddress("grace.okafor@brightwater.example").get();
  private final SamplePerson german =
      organization.atAddress("jonas.weber@brightwater.example").get();

  @Test
  void fillShouldWriteAPlanInTheReadersLanguage() {
    String form =
        "<input type=hidden name=nonce value=n1><textarea name=goal></textarea>"
            + "<input name=situation1><input name=action1><input name=firstStep1>"
            + "<input type=date name=firstStepOn1><input type=date name=dueOn1>"
            + "<input name=situation2><input type=date name=dueOn2><button>Save</button>";

    Map<String, String> values = fill(german, 4, form);

    assertThat(values)
        .containsEntry("nonce", "n1")
        .containsEntry("firstStepOn1", "2027-02-04")
        .containsEntry("dueOn1", "2027-04-02")
        .containsKeys("goal", "situation1", "action1", "firstStep1")
        .doesNotContainKeys("situation2", "dueOn2");
    assertThat(values.get("goal")).isNotEqualTo(fill(english, 4, form).get("goal"));
  }

  @Test
  void fillShouldChooseTheMailedAnswer() {
    Map<String, String> values =
        fill(
            english,
            1,
            "<input type=radio name=choice value=A><input type=radio name=choice value=C checked>");

    assertThat(values).containsEntry("choice", "C");
  }

  @Test
  void fillShouldChooseOnlyWhatIsOffered() {
    Map<String, String> values =
        fill(
            english,
            0,
            "<input type=radio name=applied value=partly>"
                + "<input type=radio name=applied value=regularly>"
                + "<input type=radio name=rating value=7><input type=radio name=rating value=8>");

    assertThat(values.get("applied")).isIn("partly", "regularly");
    assertThat(values.get("rating")).isIn("7", "8");
  }

  @Test
  void fillShouldPressTheFirstNamedButtonAndTickBoxes() {
    Map<String, String> values =
        fill(
            english,
            0,
            "<input type=checkbox name=planAgreed value=yes>"
                + "<button name=choice value=B>B</button><button name=choice value=D>D</button>");

    assertThat(values).containsEntry("planAgreed", "yes").containsEntry("choice", "B");
  }

  private static Map<String, String> fill(SamplePerson person, int seed, String form) {
    Element element = Jsoup.parse("<form>" + form + "</form>").selectFirst("form");
    return new FormFilling(person, seed, NOW).fill(element);
  }
}
