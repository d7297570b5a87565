package org.followthrough.evaluation.form;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.followthrough.evaluation.courses.Course;
import org.followthrough.evaluation.courses.Courses;
import org.followthrough.evaluation.followup.Answers;
import org.followthrough.evaluation.followup.Evaluation;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.Followups;
import org.followthrough.evaluation.followup.FormKind;
import org.followthrough.evaluation.people.People;
import org.followthrough.evaluation.people.Person;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.LinkVerdict;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** Opens forms by their links and takes what is sent in. */
@Singleton
class FormService {

  private static final String PURPOSE = "eval";

  private final SignedLinks links;
  private final Followups followups;
  private final People people;
  private final Courses courses;
  private final EventComposer composer;
  private final OutboxRelay relay;
  private final Clock clock;

  FormService(
      SignedLinks links,
      Followups followups,
      People people,
      Courses courses,
      EventComposer composer,
      OutboxRelay relay,
      Clock clock) {
    this.links = links;
    this.followups = followups;
    this.people = people;
    this.courses = courses;
    this.composer = composer;
    this.relay = relay;
    this.clock = clock;
  }

  /** The form behind a link; fails with 404 or 410 where there is none. */
  Uni<OpenForm> open(String token) {
    return Uni.createFrom()
        .item(() -> verified(token))
        .chain(link -> followups.find(link.subject()).chain(found -> open(link, required(found))));
  }

  /**
   * Stores the answers with the event, in one write; the same answers again change nothing.
   *
   * @param seen the version of the answers that the page showed, 0 where it showed none
   * @return the form as it then stands; it says something else than these answers where they were
   *     not taken, because newer ones than the page showed are in
   */
  Uni<OpenForm> submit(OpenForm form, int seen, Answers answers) {
    return followups
        .decide(form.followup().enrollmentId(), followup -> decide(followup, form, seen, answers))
        .invoke(relay::wake)
        .call(() -> eraseAgain(form))
        .map(followup -> form.with(required(followup)));
  }

  private Optional<Followups.Decision> decide(
      Followup followup, OpenForm form, int seen, Answers answers) {
    if (followup.isWithdrawn()) {
      throw gone();
    }
    if (form.with(followup).version() > seen) {
      return Optional.empty();
    }
    Followup after = followup.submitted(form.kind(), form.respondent(), answers, clock.instant());
    return after == followup
        ? Optional.empty()
        : Optional.of(new Followups.Decision(after, List.of(event(after, form.kind()))));
  }

  /** An erasure between opening and storing may have found nothing to erase yet. */
  private Uni<?> eraseAgain(OpenForm form) {
    Followup followup = form.followup();
    return people
        .byIds(followup.organizationId(), List.of(form.respondent(), followup.learnerId()))
        .map(FormService::erased)
        .chain(followups::eraseTexts);
  }

  private static Set<UUID> erased(Map<UUID, Person> people) {
    return people.values().stream()
        .filter(Person::isErased)
        .map(Person::personId)
        .collect(Collectors.toSet());
  }

  private PendingEvent event(Followup followup, FormKind kind) {
    return new PendingEvent(
        EvaluationSubmitted.TOPIC,
        composer.compose(
            EvaluationSubmitted.TYPE,
            followup.enrollmentId(),
            followup.submissions(),
            followup.organizationId(),
            EvaluationSubmitted.of(followup, kind)));
  }

  private Uni<OpenForm> open(Link link, Followup followup) {
    FormKind kind = FormKind.of(link.option()).orElseThrow(FormService::unknown);
    return peopleOf(followup, kind, link.recipient())
        .chain(known -> withManager(followup, known))
        .chain(known -> form(link, kind, followup, known));
  }

  private Uni<OpenForm> form(Link link, FormKind kind, Followup followup, Map<UUID, Person> known) {
    switch (FormAccess.of(followup, kind, link.recipient(), known)) {
      case UNKNOWN -> throw unknown();
      case GONE -> throw gone();
      case OPEN -> {
        // Goes on below.
      }
    }
    Person learner = known.get(followup.learnerId());
    Person manager = working(known, learner.managerId());
    Person author = otherAuthor(followup, kind).map(known::get).orElse(null);
    return course(followup)
        .map(
            course ->
                new OpenForm(
                    followup,
                    kind,
                    link.recipient(),
                    learner,
                    manager,
                    author,
                    course.orElse(null)));
  }

  private static Person working(Map<UUID, Person> known, UUID id) {
    Person person = id == null ? null : known.get(id);
    return person == null || person.left() ? null : person;
  }

  private static Optional<UUID> otherAuthor(Followup followup, FormKind kind) {
    return Optional.ofNullable(followup.evaluation(kind.ofOther())).map(Evaluation::submittedBy);
  }

  private Uni<Map<UUID, Person>> peopleOf(Followup followup, FormKind kind, UUID recipient) {
    Set<UUID> ids = new HashSet<>(Set.of(recipient));
    otherAuthor(followup, kind).ifPresent(ids::add);
    if (followup.learnerId() != null) {
      ids.add(followup.learnerId());
    }
    return people.byIds(followup.organizationId(), ids);
  }

  private Uni<Map<UUID, Person>> withManager(Followup followup, Map<UUID, Person> known) {
    Person learner = followup.learnerId() == null ? null : known.get(followup.learnerId());
    UUID manager = learner == null ? null : learner.managerId();
    if (manager == null || known.containsKey(manager)) {
      return Uni.createFrom().item(known);
    }
    return people
        .byIds(followup.organizationId(), List.of(manager))
        .invoke(more -> more.putAll(known));
  }

  private Uni<Optional<Course>> course(Followup followup) {
    return courses.byId(followup.organizationId(), followup.courseId());
  }

  private Link verified(String token) {
    LinkVerdict verdict = links.verify(token, PURPOSE);
    if (verdict instanceof LinkVerdict.Valid valid) {
      return valid.link();
    }
    throw verdict instanceof LinkVerdict.Expired ? gone() : unknown();
  }

  private static Followup required(Optional<Followup> found) {
    return found.orElseThrow(FormService::unknown);
  }

  private static ProblemException unknown() {
    return new ProblemException(Problem.notFound("form"));
  }

  private static ProblemException gone() {
    return new ProblemException(
        Problem.of(410, "gone", "Gone", "this form is no longer to be filled in"));
  }
}
