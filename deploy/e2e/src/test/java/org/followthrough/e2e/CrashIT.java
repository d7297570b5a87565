package org.followthrough.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.followthrough.local.stack.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** kill -9 of each service in the middle of its work: nothing is lost, nothing comes twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {

  // Nine in the morning in Berlin: what is completed today is asked about today.
  private static final Instant START = Instant.parse("2027-02-02T08:00:00Z");
  private static final int LEARNERS = 200;
  private static final int MANAGERS = 10;
  private static final int TOGETHER = 5;
  // What a killed service had claimed is taken up again when its lease of 70 s is over.
  private static final Duration LEASE_AND_MORE = Duration.ofSeconds(240);

  private Platform platform;
  private Organization acme;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();

  @BeforeAll
  void start() throws Exception {
    platform = Platform.start("crash", START);
    acme = platform.organization();
  }

  @AfterAll
  void stop() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void nothingShouldBeLostOrDoubledWhenServicesAreKilled() throws Exception {
    acme.commission("c", Questions.course("Plain talk"));
    acme.ask("c", "q1", Questions.question("Someone interrupts a colleague. What do you do?"));
    List<HrFact> facts = facts();

    CompletableFuture<Void> posting = CompletableFuture.runAsync(() -> post(facts));
    int share = facts.size() / (platform.stack().services().size() + 1);
    int victims = 0;
    for (ServiceProcess service : platform.stack().services()) {
      int posted = share * ++victims;
      Platform.await(posted + " events taken").until(() -> accepted.get() >= posted);
      service.kill();
    }
    posting.join();
    platform.stack().awaitReady();

    assertThat(accepted.get()).as("each event counts once").isEqualTo(facts.size());
    awaitEveryPlanInvitation();
    passSomeDays();
    // What the relay was too slow for is tried again and may be under way just now.
    Platform.await("the ledger to agree with the inbox").untilAsserted(this::assertLedgerAgrees);
  }

  private static List<HrFact> facts() {
    List<HrFact> facts = new ArrayList<>();
    for (int i = 1; i <= MANAGERS; i++) {
      facts.add(HrFact.person("M-" + i, "m" + i + "@acme.example", "Europe/Berlin", null));
    }
    facts.add(HrFact.cohort("c", "k", LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 2)));
    for (int i = 1; i <= LEARNERS; i++) {
      String id = "E-" + i;
      String manager = "M-" + (1 + i % MANAGERS);
      facts.add(HrFact.person(id, "e" + i + "@acme.example", "Europe/Berlin", manager));
      facts.add(HrFact.enrolled(id, "c", "k"));
      facts.add(HrFact.completed(id, "c", "k", START));
    }
    return facts;
  }

  /** As an HR system should: what was not answered is posted again. */
  private void post(List<HrFact> facts) {
    for (int from = 0; from < facts.size(); from += TOGETHER) {
      JsonArray events = new JsonArray();
      facts
          .subList(from, Math.min(from + TOGETHER, facts.size()))
          .forEach(fact -> events.add(fact.json()));
      JsonObject verdict = postUntilAnswered(events);
      assertThat(verdict.getJsonArray("rejected")).isEmpty();
      accepted.addAndGet(verdict.getInteger("accepted") + verdict.getInteger("duplicates"));
    }
  }

  private JsonObject postUntilAnswered(JsonArray events) {
    return Platform.await("an answer of the intake")
        .until(() -> tryToPost(events), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<JsonObject> tryToPost(JsonArray events) {
    try {
      Api.Answer answer = acme.api().hrEvents(events);
      if (answer.status() >= 500) {
        again.incrementAndGet();
        return Optional.empty();
      }
      return Optional.of(answer.expect(200).json());
    } catch (UncheckedIOException e) {
      again.incrementAndGet();
      return Optional.empty();
    }
  }

  private void awaitEveryPlanInvitation() {
    Platform.await("an invitation to everybody")
        .atMost(LEASE_AND_MORE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              List<Touch> invitations =
                  touches().values().stream()
                      .filter(touch -> touch.is("plan-invitation", 0))
                      .toList();
              platform.passRetry(invitations);
              Map<String, Long> states =
                  invitations.stream()
                      .collect(Collectors.groupingBy(Touch::state, Collectors.counting()));
              assertThat(states.values().stream().mapToLong(each -> each).sum())
                  .as(states::toString)
                  .isEqualTo(LEARNERS);
              assertThat(states).containsOnlyKeys(withInDoubt(states, "sent"));
            });
  }

  private static String[] withInDoubt(Map<String, Long> states, String state) {
    return states.containsKey("in-doubt") ? new String[] {state, "in-doubt"} : new String[] {state};
  }

  private void passSomeDays() {
    for (int day = 1; day <= 4; day++) {
      platform.jumpTo(START.plus(Duration.ofDays(day)).plusSeconds(60));
      Platform.await("what is due on day " + day)
          .atMost(LEASE_AND_MORE)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () ->
                  assertThat(touches().values())
                      .filteredOn(Touch::isOpen)
                      .allSatisfy(t -> assertThat(t.dueAt()).isAfter(platform.now())));
    }
  }

  private void assertLedgerAgrees() {
    Map<String, Touch> touches = touches();
    Map<String, Integer> mailed = new TreeMap<>();
    platform.mails().stream()
        .flatMap(mail -> mail.touchIds().stream())
        .forEach(touchId -> mailed.merge(touchId, 1, Integer::sum));

    assertThat(mailed).as("nothing comes twice").allSatisfy((id, n) -> assertThat(n).isOne());
    assertThat(mailed.keySet()).as("nothing comes that is not known").isSubsetOf(touches.keySet());
    List<Touch> inDoubt = new ArrayList<>();
    for (Touch touch : touches.values()) {
      if (touch.state().equals("in-doubt")) {
        inDoubt.add(touch);
      } else {
        assertThat(mailed.containsKey(touch.touchId()))
            .as(touch::toString)
            .isEqualTo(touch.isSent());
      }
    }
    System.out.printf(
        "  crash: %d events, %d posts again, %d touches, %d mails, in doubt %s%n",
        accepted.get(), again.get(), touches.size(), platform.inbox().size(), inDoubt);
  }

  private Map<String, Touch> touches() {
    Map<String, Touch> touches = new TreeMap<>();
    for (int i = 1; i <= LEARNERS; i++) {
      acme.touches("E-" + i).forEach(touch -> touches.put(touch.touchId(), touch));
    }
    return touches;
  }
}
