package org.followthrough.enrollment.intake;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** A body that is read as one, up to a limit; what exceeds it is thrown away as it comes. */
final class WholeBody {

  static final int LIMIT = 2 * 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Buffer collected = Buffer.buffer();
  private boolean done;

  private WholeBody() {}

  static Uni<byte[]> of(HttpServerRequest request) {
    return Uni.createFrom().emitter(answer -> new WholeBody().read(request, answer));
  }

  /** The same, but what is not there within a minute is given up. */
  static Uni<byte[]> soon(HttpServerRequest request) {
    return of(request).ifNoItem().after(PATIENCE).failWith(WholeBody::tooSlow);
  }

  private void read(HttpServerRequest request, UniEmitter<? super byte[]> answer) {
    request.exceptionHandler(fault -> fail(answer, cutShort()));
    request.endHandler(
        end -> {
          if (!done) {
            answer.complete(collected.getBytes());
          }
        });
    request.handler(part -> collect(part, answer));
    request.resume();
  }

  private void collect(Buffer part, UniEmitter<? super byte[]> answer) {
    if (done) {
      return;
    }
    if (collected.length() + part.length() > LIMIT) {
      fail(answer, tooLarge());
      return;
    }
    collected.appendBuffer(part);
  }

  private void fail(UniEmitter<? super byte[]> answer, ProblemException problem) {
    done = true;
    answer.fail(problem);
  }

  static ProblemException cutShort() {
    return new ProblemException(
        Problem.of(400, "cut-short", "Body cut short", "the connection broke within the body"));
  }

  private static ProblemException tooSlow() {
    return new ProblemException(
        Problem.of(
            408,
            "request-timeout",
            "Request Timeout",
            "the body did not come within a minute; send large ones as " + IntakeForm.LINES_TYPE));
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
        Problem.of(
            413,
            "request-entity-too-large",
            "Request Entity Too Large",
            "at most 2 MB; send more events as " + IntakeForm.LINES_TYPE));
  }
}
