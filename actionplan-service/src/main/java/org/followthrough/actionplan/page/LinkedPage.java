package org.followthrough.actionplan.page;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import org.followthrough.actionplan.text.Form;

/** A page behind a link; which one is told by the link's purpose and option. */
interface LinkedPage {

  /** {@code purpose/option}. */
  String key();

  /** Shows it and changes nothing. */
  Uni<Response> show(Visit visit);

  /** Takes what was entered. */
  Uni<Response> take(Visit visit, Form form);
}
