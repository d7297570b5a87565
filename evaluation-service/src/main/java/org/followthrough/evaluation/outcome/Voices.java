package org.followthrough.evaluation.outcome;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.followthrough.evaluation.followup.Answers;
import org.followthrough.evaluation.followup.Evaluation;
import org.followthrough.evaluation.followup.Progress;

/**
 * What helped and what got in the way, without names, in an order that says nothing about who wrote
 * it. Empty until enough people have answered the form; the newest, where there are more than one
 * can read.
 */
public record Voices(List<String> helped, List<String> hindered) {

  static final int MOST = 40;
  private static final Comparator<Evaluation> NEWEST_FIRST =
      Comparator.comparing(Evaluation::submittedAt)
          .reversed()
          .thenComparing(Evaluation::evaluationId);

  /** Whether so many have answered that words may be shown. */
  static boolean mayBeShown(List<Progress> counted) {
    long people =
        counted.stream()
            .flatMap(each -> each.forms().values().stream())
            .filter(Progress.Form::isAnswered)
            .map(Progress.Form::submittedBy)
            .distinct()
            .count();
    return Anonymity.isEnough(people);
  }

  static Voices of(List<Evaluation> words) {
    return new Voices(texts(words, Answers::helped), texts(words, Answers::hindered));
  }

  private static List<String> texts(List<Evaluation> all, Function<Answers, String> text) {
    return all.stream()
        .filter(each -> text.apply(each.answers()) != null)
        .sorted(NEWEST_FIRST)
        .map(each -> text.apply(each.answers()))
        .distinct()
        .limit(MOST)
        .sorted()
        .toList();
  }
}
