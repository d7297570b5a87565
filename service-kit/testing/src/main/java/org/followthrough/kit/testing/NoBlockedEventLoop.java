package org.followthrough.kit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test if Vert.x warned, while it ran, that an event loop was blocked (two seconds or
 * longer, by default). What the whole process stood still, as on a machine that stalls, is taken
 * off that time.
 */
@ExtendWith(LogWatch.BlockedEventLoops.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NoBlockedEventLoop {}
