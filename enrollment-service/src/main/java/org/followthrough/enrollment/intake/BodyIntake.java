package org.followthrough.enrollment.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.followthrough.kit.problem.ProblemException;

/** One request whose body is an event or an array of them; nothing is stored of a broken one. */
final class BodyIntake {

  private final IntakeForm form;
  private final HrEventReader reader;
  private final IntakeQueue queue;
  private final Tally tally = new Tally();
  private final List<HrEvent> events = new ArrayList<>();
  private long index;

  BodyIntake(IntakeForm form, HrEventReader reader, IntakeQueue queue) {
    this.form = form;
    this.reader = reader;
    this.queue = queue;
  }

  Uni<IntakeVerdict> verdict(byte[] body) {
    read(body);
    return events.size() <= IntakeQueue.CHUNK
        ? queue.submit(events).map(stored -> verdict(List.of(stored)))
        : storeInChunks();
  }

  private Uni<IntakeVerdict> storeInChunks() {
    return Multi.createFrom()
        .items(this::chunks)
        .onItem()
        .transformToUni(queue::submit)
        .merge(IntakeQueue.CHUNKS_UNDER_WAY)
        .collect()
        .asList()
        .map(this::verdict);
  }

  private void read(byte[] body) {
    try {
      IntakeJson.readItems(body, form, this::take);
    } catch (IntakeJson.MalformedException e) {
      throw new ProblemException(e.problem());
    }
  }

  private void take(JsonNode item) {
    Reading reading = reader.read(index, item);
    if (reading instanceof Reading.Valid valid) {
      events.add(valid.event());
    } else if (reading instanceof Reading.Refused refused) {
      tally.refused(index, refused);
    }
    index++;
  }

  private Stream<List<HrEvent>> chunks() {
    return IntStream.iterate(0, start -> start < events.size(), start -> start + IntakeQueue.CHUNK)
        .mapToObj(this::chunk);
  }

  private List<HrEvent> chunk(int start) {
    return events.subList(start, Math.min(start + IntakeQueue.CHUNK, events.size()));
  }

  private IntakeVerdict verdict(List<Stored> stored) {
    tally.submitted(events.size());
    stored.forEach(tally::stored);
    return tally.verdict();
  }
}
