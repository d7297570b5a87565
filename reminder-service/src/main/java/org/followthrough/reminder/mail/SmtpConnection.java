package org.followthrough.reminder.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A dialogue with the relay over one kept connection: RFC 5321, with RFC 2920 where offered. */
final class SmtpConnection implements AutoCloseable {

  private static final int LONGEST_LINE = 4_096;
  private static final int MOST_LINES = 100;
  // Writing in pieces shows a lost connection before the piece that holds the final dot leaves.
  private static final int PIECE = 16 * 1024;
  private static final int BAD_SEQUENCE = 503;
  private static final int LEAVING = 421;
  private static final byte[] NOTHING = {};

  private final SmtpSettings settings;
  private final SSLSocketFactory secureSockets;
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private boolean pipelining;
  private boolean dotSent;
  private OutgoingMail announced;

  private SmtpConnection(SmtpSettings settings, SSLSocketFactory secureSockets) {
    this.settings = settings;
    this.secureSockets = secureSockets;
  }

  /** Connects and logs in. */
  static SmtpConnection open(SmtpSettings settings, SSLSocketFactory secureSockets)
      throws IOException {
    SmtpConnection connection = new SmtpConnection(settings, secureSockets);
    try {
      connection.connect();
      return connection;
    } catch (IOException e) {
      connection.drop();
      throw e;
    }
  }

  /** Whether the last mail's final dot may have left, so that its fate is open after a loss. */
  boolean isDotSent() {
    return dotSent;
  }

  /**
   * One mail transaction. Where the relay takes commands in advance, the envelope of a mail that
   * waits leaves together with this one's body: one round trip a mail. Nothing of that mail but its
   * envelope has left when this ends; it is sent next over this connection, or else over another.
   *
   * @param waiting asked once this mail's body is to leave; null for none
   * @throws IOException when the connection is lost; {@link #isDotSent} tells what that means
   */
  Verdict send(OutgoingMail mail, Supplier<OutgoingMail> waiting) throws IOException {
    dotSent = false;
    timeLimit(settings.commandTimeout());
    SmtpReply refusal = pipelining ? announceAtOnce(mail) : announceStepwise(mail);
    if (refusal != null) {
      return afterRefusal(refusal);
    }
    OutgoingMail next = pipelining ? waiting.get() : null;
    writeBody(mail.mime(), next);
    announced = next;
    // Another reading time limit: the relay may now do what it has to do with the mail.
    timeLimit(settings.finalDotTimeout());
    SmtpReply reply = read();
    // Nothing may fail between here and the verdict: the mail is not in doubt any more.
    dotSent = false;
    return reply.isPositive() ? Verdict.accepted() : afterRefusal(reply);
  }

  private void timeLimit(Duration limit) throws IOException {
    socket.setSoTimeout((int) limit.toMillis());
  }

  private Verdict afterRefusal(SmtpReply refusal) throws IOException {
    if (refusal.code() == LEAVING) {
      drop();
    } else if (announced == null) {
      timeLimit(settings.commandTimeout());
      command("RSET");
    }
    return refusal.refusal();
  }

  private SmtpReply announceAtOnce(OutgoingMail mail) throws IOException {
    boolean ahead = announced != null;
    if (ahead && announced != mail) {
      throw new IllegalStateException("another mail was announced");
    }
    if (!ahead) {
      write(envelope(mail));
    }
    announced = null;
    SmtpReply from = read();
    if (ahead && (from.code() == BAD_SEQUENCE || from.code() == LEAVING)) {
      throw new ProtocolException("the relay takes no more mail over this connection");
    }
    SmtpReply to = from.code() == LEAVING ? from : read();
    SmtpReply data = to.code() == LEAVING ? to : read();
    SmtpReply refusal = !from.isPositive() ? from : !to.isPositive() ? to : null;
    if (refusal != null && data.isGoAhead()) {
      // RFC 2920, 3.1: the relay waits for data though it has no recipient.
      write(".\r\n");
      read();
    }
    return refusal != null || data.isGoAhead() ? refusal : data;
  }

  private static String envelope(OutgoingMail mail) {
    return from(mail) + "\r\n" + to(mail) + "\r\nDATA\r\n";
  }

  private SmtpReply announceStepwise(OutgoingMail mail) throws IOException {
    SmtpReply from = command(from(mail));
    if (!from.isPositive()) {
      return from;
    }
    SmtpReply to = command(to(mail));
    if (!to.isPositive()) {
      return to;
    }
    SmtpReply data = command("DATA");
    return data.isGoAhead() ? null : data;
  }

  private static String from(OutgoingMail mail) {
    return "MAIL FROM:<" + mail.from() + ">";
  }

  private static String to(OutgoingMail mail) {
    return "RCPT TO:<" + mail.to() + ">";
  }

  private void writeBody(byte[] mime, OutgoingMail next) throws IOException {
    byte[] envelope = next == null ? NOTHING : envelope(next).getBytes(ISO_8859_1);
    byte[] stuffed = DotStuffing.end(mime, envelope);
    int dot = stuffed.length - envelope.length;
    int last = Math.max(0, (dot - 1) / PIECE * PIECE);
    for (int at = 0; at < last; at += PIECE) {
      out.write(stuffed, at, PIECE);
    }
    dotSent = true;
    out.write(stuffed, last, stuffed.length - last);
  }

  private void connect() throws IOException {
    socket = new Socket();
    socket.connect(
        new InetSocketAddress(settings.host(), settings.port()),
        (int) settings.connectTimeout().toMillis());
    use(socket);
    if (settings.implicitTls()) {
      use(tls());
    }
    expect(read());
    SmtpReply hello = hello();
    if (settings.startTls() != SmtpSettings.StartTls.DISABLED && !settings.implicitTls()) {
      hello = startTls(hello);
    }
    pipelining = hello.offers("PIPELINING");
    if (settings.username() != null) {
      login(hello);
    }
  }

  private void use(Socket next) throws IOException {
    socket = next;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) settings.commandTimeout().toMillis());
    in = new BufferedInputStream(socket.getInputStream(), LONGEST_LINE);
    out = socket.getOutputStream();
  }

  private SmtpReply hello() throws IOException {
    SmtpReply reply = command("EHLO " + settings.helo());
    return reply.isPositive() ? reply : expect(command("HELO " + settings.helo()));
  }

  private SmtpReply startTls(SmtpReply hello) throws IOException {
    if (hello.offers("STARTTLS")) {
      expect(command("STARTTLS"));
      use(tls());
      return hello();
    }
    if (settings.startTls() == SmtpSettings.StartTls.REQUIRED) {
      throw new ProtocolException("the relay offers no STARTTLS");
    }
    return hello;
  }

  private Socket tls() throws IOException {
    SSLSocket secure =
        (SSLSocket) secureSockets.createSocket(socket, settings.host(), settings.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.setSoTimeout((int) settings.commandTimeout().toMillis());
    secure.startHandshake();
    return secure;
  }

  private void login(SmtpReply hello) throws IOException {
    List<String> offered =
        List.of(hello.argumentOf("AUTH").toUpperCase(Locale.ROOT).split(" ", -1));
    if (offered.contains("LOGIN") && !offered.contains("PLAIN")) {
      expectCode(command("AUTH LOGIN"), 334);
      expectCode(command(base64(settings.username())), 334);
      expectCode(command(base64(settings.password())), 235);
    } else {
      String plain = "\0" + settings.username() + "\0" + settings.password();
      expectCode(command("AUTH PLAIN " + base64(plain)), 235);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static SmtpReply expect(SmtpReply reply) throws IOException {
    if (!reply.isPositive()) {
      throw new ProtocolException("relay answered " + reply.code());
    }
    return reply;
  }

  private static void expectCode(SmtpReply reply, int code) throws IOException {
    if (reply.code() != code) {
      throw new ProtocolException("relay answered " + reply.code());
    }
  }

  private SmtpReply command(String line) throws IOException {
    write(line + "\r\n");
    return read();
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
  }

  private SmtpReply read() throws IOException {
    List<String> lines = new ArrayList<>(1);
    String line;
    do {
      line = readLine();
      if (line.length() < 3 || lines.size() == MOST_LINES) {
        throw new ProtocolException("no SMTP answer");
      }
      lines.add(line.length() > 4 ? line.substring(4) : "");
    } while (line.length() > 3 && line.charAt(3) == '-');
    return new SmtpReply(code(line), lines);
  }

  private static int code(String line) throws ProtocolException {
    int code = 0;
    for (int i = 0; i < 3; i++) {
      if (line.charAt(i) < '0' || line.charAt(i) > '9') {
        throw new ProtocolException("no SMTP answer");
      }
      code = code * 10 + line.charAt(i) - '0';
    }
    if (code < 200 || code > 599) {
      throw new ProtocolException("no SMTP answer");
    }
    return code;
  }

  private String readLine() throws IOException {
    var line = new ByteArrayOutputStream(80);
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException("the relay closed the connection");
      }
      if (line.size() == LONGEST_LINE) {
        throw new ProtocolException("an SMTP answer has no end");
      }
      line.write(next);
      next = in.read();
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  /** Whether the relay was told of a mail whose data it now waits for. */
  boolean isAnnounced() {
    return announced != null && isOpen();
  }

  boolean isOpen() {
    return socket != null && !socket.isClosed();
  }

  /** Ends the connection at once. */
  void drop() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // A socket that cannot be closed is as good as closed.
      socket = null;
    }
  }

  /** Takes leave and ends the connection. */
  @Override
  public void close() {
    try {
      // To a relay that waits for a mail's data it would be the first line of them.
      if (isOpen() && !isAnnounced()) {
        write("QUIT\r\n");
      }
    } catch (IOException e) {
      // The relay was faster; leaving is all we wanted.
    } finally {
      drop();
    }
  }
}
