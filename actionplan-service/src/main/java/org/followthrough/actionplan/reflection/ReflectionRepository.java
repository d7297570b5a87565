package org.followthrough.actionplan.reflection;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ReflectionRepository implements PanacheRepositoryBase<ReflectionRow, UUID> {}
