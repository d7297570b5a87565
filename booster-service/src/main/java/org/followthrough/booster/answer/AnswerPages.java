package org.followthrough.booster.answer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.followthrough.booster.track.IssuedQuestion.Choice;
import org.followthrough.kit.page.Languages;

/** Renders the pages behind the answers of a mail, in the language of the course. */
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

  AnswerView view(IssuedBooster booster, Choice chosen, String token, boolean again) {
    boolean takesAnswers = booster.takesAnswersAt(clock.instant());
    var stage = AnswerView.stage(booster, chosen, takesAnswers, again);
    return new AnswerView(
        Languages.of(booster.language()),
        booster.courseTitle(),
        booster.sequence(),
        booster.question(),
        chosen,
        stage,
        booster.answer(),
        token,
        takesAnswers ? nonces.make(booster.boosterId(), booster.personId()) : null);
  }

  Uni<String> answer(AnswerView view) {
    return render(Templates.answer(view), view.lang());
  }

  Uni<String> nothing(IssuedBooster booster) {
    String lang = Languages.of(booster.language());
    return render(Templates.nothing(lang), lang);
  }

  private static Uni<String> render(TemplateInstance page, String lang) {
    return page.setLocale(lang).createUni();
  }
}
