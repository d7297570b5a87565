package org.followthrough.kit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test if, while it ran, a warning or an error was logged by {@code org.followthrough} or
 * {@code io.vertx}: a healthy run logs none.
 */
@ExtendWith(LogWatch.Warnings.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface QuietLog {

  /**
   * Regular expressions; a message in which one of them is found is expected. Each must be seen at
   * least once while all tests of the class run, or the class fails.
   */
  String[] expected() default {};
}
