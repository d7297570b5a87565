package org.followthrough.kit.auth;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** The organization of the presented API key: the only source of an organizationId in a request. */
@RequestScoped
public class CurrentOrganization {

  static final String ATTRIBUTE = "organizationId";

  private final SecurityIdentity identity;

  CurrentOrganization(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * The organization's id.
   *
   * @throws ProblemException 403 where the caller is authenticated without an organization
   */
  public UUID id() {
    UUID id = identity.getAttribute(ATTRIBUTE);
    if (id == null) {
      throw new ProblemException(
          Problem.of(403, "forbidden", "Forbidden", "this needs an organization's API key"));
    }
    return id;
  }
}
