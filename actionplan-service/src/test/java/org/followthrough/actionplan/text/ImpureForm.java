package org.followthrough.actionplan.text;

import io.smallrye.mutiny.Uni;

/** What a class of the domain must not be like. */
public final class ImpureForm {

  public Uni<String> later() {
    return Uni.createFrom().item("");
  }
}
