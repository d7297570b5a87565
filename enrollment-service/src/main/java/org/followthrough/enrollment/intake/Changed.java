package org.followthrough.enrollment.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * What facts did to stored rows.
 *
 * @param touched rows to write: a fact newer than what stood was told
 * @param versioned those of them that others have to hear of, because they show something new
 */
record Changed<T>(List<T> touched, List<T> versioned) {

  /** Compares pairwise; {@code versioning} answers its first argument where nothing new shows. */
  static <T> Changed<T> of(List<T> before, List<T> after, BinaryOperator<T> versioning) {
    List<T> touched = new ArrayList<>();
    List<T> versioned = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (after.get(i).equals(before.get(i))) {
        continue;
      }
      T next = versioning.apply(after.get(i), before.get(i));
      touched.add(next);
      if (!next.equals(after.get(i))) {
        versioned.add(next);
      }
    }
    return new Changed<>(touched, versioned);
  }
}
