package org.followthrough.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The dialogue with one client. */
final class SmtpSession {
  static final int SIZE_LIMIT = 20 * 1024 * 1024;
  private static final int RECIPIENT_LIMIT = 1000;
  private static final String BAD_SEQUENCE = "503 5.5.1 Bad sequence of commands";

  private final SmtpInput in;
  private final OutputStream out;
  private final SmtpInbox inbox;
  private final List<String> recipients = new ArrayList<>();
  private boolean greeted;
  private String mailFrom;

  SmtpSession(Socket socket, SmtpInbox inbox) throws IOException {
    this.in = new SmtpInput(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream());
    this.inbox = inbox;
  }

  void run() throws IOException {
    dropIf(Fault.At.CONNECT);
    reply("220 127.0.0.1 ESMTP Followthrough inbox");
    boolean open = true;
    while (open) {
      open = answer(in.readCommand());
    }
    out.flush();
  }

  private boolean answer(String line) throws IOException {
    if (line == null) {
      reply("500 5.5.2 Line too long");
      return true;
    }
    int space = line.indexOf(' ');
    String verb = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
    String argument = space < 0 ? "" : line.substring(space + 1).strip();
    if (verb.equals("QUIT")) {
      reply("221 2.0.0 Bye");
      return false;
    }
    command(verb, argument);
    return true;
  }

  private void command(String verb, String argument) throws IOException {
    switch (verb) {
      case "EHLO" -> ehlo(argument);
      case "HELO" -> helo(argument);
      case "MAIL" -> mail(argument);
      case "RCPT" -> rcpt(argument);
      case "DATA" -> data(argument);
      case "RSET" -> rset();
      case "NOOP" -> reply("250 2.0.0 OK");
      case "VRFY" -> reply("252 2.5.0 Send a mail and see");
      case "HELP" -> reply("214 2.0.0 See RFC 5321");
      case "EXPN", "AUTH", "STARTTLS", "BDAT" -> reply("502 5.5.1 Not implemented");
      default -> reply("500 5.5.2 Unknown command");
    }
  }

  private void ehlo(String client) throws IOException {
    dropIf(Fault.At.EHLO);
    if (greet(client)) {
      reply("250-127.0.0.1", "250-PIPELINING", "250-8BITMIME", "250-ENHANCEDSTATUSCODES");
      reply("250 SIZE " + SIZE_LIMIT);
    }
  }

  private void helo(String client) throws IOException {
    dropIf(Fault.At.EHLO);
    if (greet(client)) {
      reply("250 127.0.0.1");
    }
  }

  private boolean greet(String client) throws IOException {
    if (client.isEmpty()) {
      reply("501 5.5.4 Say who you are");
      return false;
    }
    forgetMail();
    greeted = true;
    return true;
  }

  private void mail(String argument) throws IOException {
    dropIf(Fault.At.MAIL);
    Optional<SmtpPath> path = SmtpPath.ofMail(argument);
    Optional<String> problem = problemOfMail(path);
    if (problem.isEmpty()) {
      mailFrom = path.get().address();
    }
    reply(problem.orElse("250 2.1.0 OK"));
  }

  private Optional<String> problemOfMail(Optional<SmtpPath> path) {
    if (!greeted || mailFrom != null) {
      return Optional.of(BAD_SEQUENCE);
    }
    if (path.isEmpty()) {
      return Optional.of("501 5.1.7 Bad sender address");
    }
    return SmtpParameters.problemOfMail(path.get().parameters())
        .or(() -> fault(Fault.At.MAIL, Fault.Kind.REJECT).map(Fault::reply));
  }

  private void rcpt(String argument) throws IOException {
    Optional<SmtpPath> path = SmtpPath.ofRcpt(argument);
    if (mailFrom == null) {
      reply(BAD_SEQUENCE);
    } else if (path.isEmpty()) {
      reply("501 5.1.3 Bad recipient address");
    } else if (!path.get().parameters().isEmpty()) {
      reply("555 5.5.4 Unknown parameter");
    } else {
      addRecipient(path.get().address());
    }
  }

  private void addRecipient(String address) throws IOException {
    List<String> one = List.of(address);
    if (inbox.fault(Fault.At.RCPT, Fault.Kind.DROP, one).isPresent()) {
      throw new DroppedException();
    }
    Optional<Fault> refusal = inbox.fault(Fault.At.RCPT, Fault.Kind.REJECT, one);
    if (refusal.isPresent()) {
      reply(refusal.get().reply());
    } else if (recipients.size() >= RECIPIENT_LIMIT) {
      reply("452 4.5.3 Too many recipients");
    } else {
      recipients.add(address);
      reply("250 2.1.5 OK");
    }
  }

  private void data(String argument) throws IOException {
    dropIf(Fault.At.DATA);
    Optional<String> problem = problemOfData(argument);
    if (problem.isPresent()) {
      reply(problem.get());
      return;
    }
    reply("354 End with a line that is a single dot");
    out.flush();
    receive();
    forgetMail();
  }

  private Optional<String> problemOfData(String argument) {
    if (mailFrom == null) {
      return Optional.of(BAD_SEQUENCE);
    }
    if (recipients.isEmpty()) {
      return Optional.of("554 5.5.1 No valid recipients");
    }
    return argument.isEmpty()
        ? fault(Fault.At.DATA, Fault.Kind.REJECT).map(Fault::reply)
        : Optional.of("501 5.5.4 No argument here");
  }

  private void receive() throws IOException {
    byte[] bytes = in.readBody(SIZE_LIMIT, () -> dropIf(Fault.At.MID_BODY));
    dropIf(Fault.At.AFTER_DOT_UNSTORED);
    Optional<Fault> refusal = fault(Fault.At.AFTER_DOT_UNSTORED, Fault.Kind.REJECT);
    if (refusal.isPresent()) {
      reply(refusal.get().reply());
    } else if (bytes == null) {
      reply("552 5.3.4 Message too big");
    } else {
      accept(bytes);
    }
  }

  private void accept(byte[] bytes) throws IOException {
    StoredMail mail = inbox.store(new SmtpEnvelope(mailFrom, recipients), bytes);
    Optional<Fault> delay = fault(Fault.At.AFTER_DOT, Fault.Kind.DELAY);
    if (delay.isPresent()) {
      inbox.hold(delay.get().delay());
    }
    dropIf(Fault.At.AFTER_DOT);
    reply("250 2.0.0 Stored as " + mail.sequence());
  }

  private void rset() throws IOException {
    forgetMail();
    reply("250 2.0.0 OK");
  }

  private void forgetMail() {
    mailFrom = null;
    recipients.clear();
  }

  private Optional<Fault> fault(Fault.At at, Fault.Kind kind) {
    return inbox.fault(at, kind, recipients);
  }

  private void dropIf(Fault.At at) throws IOException {
    if (fault(at, Fault.Kind.DROP).isPresent()) {
      throw new DroppedException();
    }
  }

  private void reply(String... lines) throws IOException {
    for (String line : lines) {
      out.write(line.getBytes(US_ASCII));
      out.write('\r');
      out.write('\n');
    }
    // RFC 2920: answers may wait while more commands are there, and go out together.
    if (!in.hasMore()) {
      out.flush();
    }
  }
}
