package org.followthrough.kit.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The servers this @QuarkusTest needs. Classes that ask for the same share them, and one start of
 * the service.
 */
@WithTestResource(value = StackTestResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithStack {
  // Texts, for Quarkus compares them to see whether two classes ask for the same, and no two arrays
  // are the same to it.

  /** Of kafka, postgres, mongo, smtp; separated by commas. */
  String parts();

  /** Names of databases in PostgreSQL, separated by commas. */
  String databases() default "";
}
