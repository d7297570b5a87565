package org.followthrough.actionplan.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.followthrough.actionplan.Browser;
import org.followthrough.actionplan.Links;
import org.followthrough.actionplan.Scene;
import org.followthrough.actionplan.Upstream;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(
    parts = {"kafka", "postgres"},
    databases = "actionplan")
class LearnerPagesTest {

  @Inject Upstream upstream;
  @Inject Links links;

  @Test
  void smoke() {
    for (String lang : new String[] {"en", "de-AT"}) {
      Scene scene = upstream.scene(lang);
      for (String option : new String[] {"expectations", "reflection", "plan", "checkin"}) {
        var r = Browser.get(links.plan(scene, option));
        assertThat(r.statusCode()).isEqualTo(200);
      }
      for (String option : new String[] {"before", "after"}) {
        var r = Browser.get(links.talk(scene, option));
        assertThat(r.statusCode()).isEqualTo(200);
      }
      var r =
          Browser.post(
              links.plan(scene, "expectations"),
              Map.of("whyAttending", "x", "whereUsed", "y", "baseline", "4"));
      assertThat(r.statusCode()).isEqualTo(303);
    }
  }
}
