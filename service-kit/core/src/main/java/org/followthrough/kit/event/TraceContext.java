package org.followthrough.kit.event;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The trace that the work at hand belongs to, as the header value of W3C Trace Context
 * (https://www.w3.org/TR/trace-context/#traceparent-header), carried by the Vert.x context of a
 * request or of a consumed batch. It is passed on as it came; no spans are recorded here.
 */
public final class TraceContext {

  private static final String KEY = "followthrough.traceparent";
  private static final Pattern FORM =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceContext() {}

  /** The trace context of the current work; empty where there is none. */
  public static Optional<String> current() {
    return duplicated().map(context -> context.getLocal(KEY));
  }

  /**
   * Makes this the trace context of the current work, for as long as its Vert.x context lives. A
   * value that has not the form of the standard counts as none; does nothing outside of a request
   * or a consumed batch.
   *
   * @param traceparent the header's value; null for none
   */
  public static void set(String traceparent) {
    duplicated().ifPresent(context -> put(context, traceparent));
  }

  private static void put(Context context, String traceparent) {
    if (traceparent != null && FORM.matcher(traceparent).matches()) {
      context.putLocal(KEY, traceparent);
    } else {
      context.removeLocal(KEY);
    }
  }

  // Only a duplicated context belongs to one request; the one below it is everybody's.
  private static Optional<Context> duplicated() {
    return Optional.ofNullable(Vertx.currentContext()).filter(VertxContext::isDuplicatedContext);
  }
}
