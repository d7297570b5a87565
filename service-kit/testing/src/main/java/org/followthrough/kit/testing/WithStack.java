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
  /** Of kafka, postgres, mongo, smtp. */
  String[] parts();

  String[] databases() default {};
}
