package org.followthrough.enrollment.intake;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.followthrough.kit.problem.Problem;

/**
 * One NDJSON request of any length. It holds two chunks of events at most: while both are being
 * stored nothing more is read, and TCP slows the sender down. What a slow sender has sent so far is
 * stored while the rest is on its way.
 */
final class LinesIntake {

  private final HttpServerRequest request;
  private final Context context;
  private final HrEventReader reader;
  private final IntakeQueue queue;
  private final LineSplitter lines = new LineSplitter(this::take, this::refuseLongLine);
  private final Tally tally = new Tally();
  private List<HrEvent> chunk = new ArrayList<>();
  private UniEmitter<? super IntakeVerdict> answer;
  private long line;
  private int underWay;
  private boolean ended;
  private boolean failed;

  LinesIntake(HttpServerRequest request, Context context, HrEventReader reader, IntakeQueue queue) {
    this.request = request;
    this.context = context;
    this.reader = reader;
    this.queue = queue;
  }

  Uni<IntakeVerdict> verdict() {
    Consumer<UniEmitter<? super IntakeVerdict>> reading = this::start;
    return Uni.createFrom().emitter(reading);
  }

  private void start(UniEmitter<? super IntakeVerdict> emitter) {
    answer = emitter;
    request.exceptionHandler(fault -> fail(WholeBody.cutShort()));
    request.endHandler(nothing -> end());
    request.handler(this::feed);
    request.resume();
  }

  private void feed(Buffer part) {
    if (failed) {
      return;
    }
    lines.feed(part.getBytes());
    storeIfDue();
  }

  private void storeIfDue() {
    if (chunk.size() >= IntakeQueue.CHUNK || (underWay == 0 && !chunk.isEmpty())) {
      store();
    }
  }

  private void end() {
    lines.end();
    ended = true;
    store();
    completeWhenStored();
  }

  private void take(byte[] text) {
    long index = line++;
    if (isBlank(text)) {
      return;
    }
    Reading reading = read(index, text);
    if (reading instanceof Reading.Valid valid) {
      chunk.add(valid.event());
    } else if (reading instanceof Reading.Refused refused) {
      tally.refused(index, refused);
    }
  }

  private void refuseLongLine() {
    String detail = "the line is longer than " + LineSplitter.LONGEST + " bytes";
    Problem problem =
        Problem.of(413, "request-entity-too-large", "Request Entity Too Large", detail);
    tally.refused(line++, new Reading.Refused(null, problem));
  }

  private Reading read(long index, byte[] text) {
    try {
      return reader.read(index, IntakeJson.read(text));
    } catch (IntakeJson.MalformedException e) {
      return new Reading.Refused(null, e.problem());
    }
  }

  private void store() {
    List<HrEvent> events = chunk;
    chunk = new ArrayList<>();
    tally.submitted(events.size());
    underWay++;
    if (underWay >= IntakeQueue.CHUNKS_UNDER_WAY) {
      request.pause();
    }
    queue
        .submit(events)
        .emitOn(step -> context.runOnContext(nothing -> step.run()))
        .subscribe()
        .with(this::stored, this::fail);
  }

  private void stored(Stored stored) {
    tally.stored(stored);
    underWay--;
    if (!ended && !failed) {
      storeIfDue();
      request.resume();
    }
    completeWhenStored();
  }

  private void completeWhenStored() {
    if (ended && underWay == 0 && !failed) {
      answer.complete(tally.verdict());
    }
  }

  // What still comes is read and dropped, so that the sender gets to see the answer.
  private void fail(Throwable fault) {
    if (!failed) {
      failed = true;
      request.resume();
      answer.fail(fault);
    }
  }

  private static boolean isBlank(byte[] text) {
    for (byte b : text) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
