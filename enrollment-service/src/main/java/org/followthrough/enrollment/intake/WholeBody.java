package org.followthrough.enrollment.intake;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** A body that is read as one, up to a limit; what exceeds it is thrown away as it comes. */
final class WholeBody {

  static final int LIMIT = 2 * 1024 * 1024;

  private final Buffer collected = Buffer.buffer();
  private boolean done;

  private WholeBody() {}

  static Uni<byte[]> of(HttpServerRequest request) {
    return Uni.createFrom().emitter(answer -> new WholeBody().read(request, answer));
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

  private static ProblemException tooLarge() {
    return new ProblemException(
        Problem.of(
            413,
            "content-too-large",
            "Content Too Large",
            "at most 2 MB; send more events as " + IntakeForm.LINES_TYPE));
  }
}
