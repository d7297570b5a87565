package org.followthrough.booster.answer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.followthrough.booster.track.IssuedQuestion.Choice;

/** Renders the pages behind the answers of a mail. */
@ApplicationScoped
class AnswerPages {

  @CheckedTemplate(basePath = "answer")
  static class Templates {
    static native TemplateInstance answer(AnswerView view);

    static native TemplateInstance nothing(String lang);

    private Templates() {}
  }

  private final Nonces nonces;
  private final Clock clock;

  AnswerPages(Nonces nonces, Clock clock) {
    this.nonces = nonces;
    this.clock = clock;
  }

  /**
   * The page of a question.
   *
   * @param option the letter of the link
   * @param again whether a tap has just been taken for a program's
   */
  AnswerView view(IssuedBooster booster, String option, String token, boolean again, String lang) {
    Choice chosen = booster.question().choice(option).orElseThrow();
    boolean takesAnswers = booster.takesAnswersAt(clock.instant());
    return new AnswerView(
        lang,
        booster.courseTitle(),
        booster.sequence(),
        booster.question(),
        chosen,
        AnswerView.stage(booster, chosen, takesAnswers, again),
        booster.answer(),
        token,
        takesAnswers ? nonces.make(booster.boosterId(), booster.personId()) : null);
  }

  Uni<String> answer(AnswerView view) {
    return render(Templates.answer(view), view.lang());
  }

  /** The page of the link that people do not see. */
  Uni<String> nothing(String lang) {
    return render(Templates.nothing(lang), lang);
  }

  private static Uni<String> render(TemplateInstance page, String lang) {
    return page.setLocale(lang).createUni();
  }
}
