package org.followthrough.evaluation.outcome;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.followthrough.evaluation.followup.Answers;
import org.followthrough.evaluation.followup.Evaluation;
import org.followthrough.evaluation.followup.Followup;

/**
 * What helped and what got in the way, without names, in an order that says nothing about who wrote
 * it. Empty until enough people have answered the form; never more than one can read.
 */
public record Voices(List<String> helped, List<String> hindered) {

  private static final int MOST = 40;

  static Voices of(List<Followup> followups) {
    List<Evaluation> all =
        followups.stream().flatMap(each -> each.evaluations().values().stream()).toList();
    long people = all.stream().map(Evaluation::submittedBy).distinct().count();
    return Anonymity.isEnough(people)
        ? new Voices(texts(all, Answers::helped), texts(all, Answers::hindered))
        : new Voices(List.of(), List.of());
  }

  private static List<String> texts(List<Evaluation> all, Function<Answers, String> text) {
    return all.stream()
        .map(Evaluation::answers)
        .map(text)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .limit(MOST)
        .toList();
  }
}
