package org.followthrough.e2e;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.followthrough.embedded.Ports;
import org.followthrough.embedded.SmtpInbox;
import org.followthrough.local.demo.Demo;
import org.followthrough.local.door.FrontDoor;
import org.followthrough.local.stack.LocalStack;
import org.followthrough.local.stack.StartFailure;

/** The whole of Followthrough as deploy/up runs it, with a clock that tests move. */
final class Platform implements AutoCloseable {

  private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);

  private final LocalStack stack;
  private final FrontDoor door;
  private final String url;

  private Platform(LocalStack stack, FrontDoor door, String url) {
    this.stack = stack;
    this.door = door;
    this.url = url;
  }

  /** Starts one; its data and logs stay in target/stacks for whoever wants to know why. */
  static Platform start(String name, Instant at) throws StartFailure {
    int port = Ports.free();
    String url = "http://localhost:" + port;
    var plan =
        new LocalStack.Plan(
            Path.of(System.getProperty("followthrough.root")),
            target().resolve("stacks").resolve(name),
            true,
            url,
            "Acme",
            at,
            1);
    LocalStack stack = LocalStack.open(plan, line -> System.out.println("  " + name + ": " + line));
    stack.start();
    return new Platform(stack, FrontDoor.open(stack, Demo.none(), port), url);
  }

  static Path target() {
    return Path.of(System.getProperty("e2e.target")).toAbsolutePath();
  }

  /** Waits for what comes by itself, within seconds. */
  static ConditionFactory await(String what) {
    return Awaitility.await(what)
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(100))
        .pollDelay(Duration.ZERO);
  }

  String url() {
    return url;
  }

  LocalStack stack() {
    return stack;
  }

  SmtpInbox inbox() {
    return stack.inbox().orElseThrow();
  }

  Instant now() {
    return stack.clock().now();
  }

  void jumpTo(Instant instant) {
    stack.clock().jumpTo(instant);
  }

  /** Lets those minutes pass for which a relay that stood still put one of these touches off. */
  void passRetry(Collection<Touch> touches) {
    Instant latest = now().plus(LONGEST_RETRY);
    touches.stream()
        .filter(Touch::isOpen)
        .map(Touch::dueAt)
        .filter(due -> due.isAfter(now()) && due.isBefore(latest))
        .max(Comparator.naturalOrder())
        .ifPresent(this::jumpTo);
  }

  /** The organization the stack was started with. */
  Organization organization() {
    var organization = new Organization(this, stack.secrets().apiKey());
    organization.awaitKeyEverywhere();
    return organization;
  }

  /** Another one, made by the operator. */
  Organization newOrganization(String name) {
    JsonObject created =
        new Api(url, stack.secrets().operatorToken())
            .post("/v1/organizations", new JsonObject().put("name", name))
            .expect(201)
            .json();
    UUID.fromString(created.getString("organizationId"));
    var organization = new Organization(this, created.getJsonObject("apiKey").getString("key"));
    organization.awaitKeyEverywhere();
    return organization;
  }

  List<Mail> mails() {
    return inbox().mails().stream().map(Mail::of).toList();
  }

  /** Waits for a mail. */
  Mail awaitMail(String what, Predicate<Mail> wanted) {
    return await("mail: " + what)
        .until(() -> mails().stream().filter(wanted).findFirst(), java.util.Optional::isPresent)
        .orElseThrow();
  }

  @Override
  public void close() {
    door.close();
    stack.close();
  }
}
