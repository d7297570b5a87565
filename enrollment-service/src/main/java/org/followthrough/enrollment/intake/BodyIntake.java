package org.followthrough.enrollment.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** One request whose body is an event or an array of them. */
final class BodyIntake {

  private final IntakeForm form;
  private final HrEventReader reader;
  private final IntakeQueue queue;
  private final Tally tally = new Tally();
  private final List<HrEvent> events = new ArrayList<>();

  BodyIntake(IntakeForm form, HrEventReader reader, IntakeQueue queue) {
    this.form = form;
    this.reader = reader;
    this.queue = queue;
  }

  Uni<IntakeVerdict> verdict(byte[] body) {
    take(parse(body));
    List<Uni<Integer>> chunks =
        IntStream.iterate(0, start -> start < events.size(), start -> start + IntakeQueue.CHUNK)
            .mapToObj(start -> store(chunk(start)))
            .toList();
    return chunks.isEmpty()
        ? Uni.createFrom().item(tally::verdict)
        : Uni.join().all(chunks).andFailFast().map(stored -> sum(stored).verdict());
  }

  private Tally sum(List<Integer> fresh) {
    tally.applied(events.size(), fresh.stream().mapToInt(Integer::intValue).sum());
    return tally;
  }

  private List<HrEvent> chunk(int start) {
    return events.subList(start, Math.min(start + IntakeQueue.CHUNK, events.size()));
  }

  private Uni<Integer> store(List<HrEvent> chunk) {
    return queue.submit(chunk);
  }

  private static JsonNode parse(byte[] body) {
    try {
      return IntakeJson.read(body);
    } catch (IntakeJson.MalformedException e) {
      throw new ProblemException(e.problem());
    }
  }

  private void take(JsonNode body) {
    if (body.isObject() && form.takesObject()) {
      take(0, body);
    } else if (body.isArray() && form.takesArray()) {
      for (int i = 0; i < body.size(); i++) {
        take(i, body.get(i));
      }
    } else {
      throw new ProblemException(Problem.invalidField("", expectation()));
    }
  }

  private String expectation() {
    if (form.takesObject() && form.takesArray()) {
      return "must be a CloudEvents object or an array of them";
    }
    return form.takesArray()
        ? "must be an array of CloudEvents objects"
        : "must be a CloudEvents object";
  }

  private void take(int index, JsonNode item) {
    Reading reading = reader.read(item);
    if (reading instanceof Reading.Valid valid) {
      events.add(valid.event());
    } else if (reading instanceof Reading.Refused refused) {
      tally.refused(index, refused);
    }
  }
}
