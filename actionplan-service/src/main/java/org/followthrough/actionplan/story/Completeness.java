package org.followthrough.actionplan.story;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.followthrough.actionplan.talk.TalkKind;

/** Which of the four ingredients are there, and which is missing. */
public record Completeness(Set<Ingredient> present) {

  public Completeness {
    present = Set.copyOf(present);
  }

  public static Completeness of(FollowUpStory story) {
    Set<Ingredient> present = EnumSet.noneOf(Ingredient.class);
    story.reflection().ifPresent(said -> present.add(Ingredient.REFLECTION));
    story.plan().ifPresent(plan -> present.add(Ingredient.ACTIONS));
    story.talk(TalkKind.AFTER).ifPresent(talk -> present.add(Ingredient.ACCOUNTABILITY));
    if (!story.progress().reports().isEmpty()) {
      present.add(Ingredient.FOLLOW_UP);
    }
    return new Completeness(present);
  }

  /** What is missing, in the order in which it should come about. */
  public List<Ingredient> missing() {
    return EnumSet.allOf(Ingredient.class).stream()
        .filter(ingredient -> !present.contains(ingredient))
        .toList();
  }

  /** The one to care about now. */
  public Optional<Ingredient> next() {
    return missing().stream().findFirst();
  }
}
