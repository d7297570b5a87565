package org.followthrough.actionplan.expectation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ExpectationRepository implements PanacheRepositoryBase<ExpectationRow, UUID> {}
