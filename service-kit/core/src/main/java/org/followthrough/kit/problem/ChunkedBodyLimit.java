package org.followthrough.kit.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body of no announced length as soon as it is over the limit. Quarkus would do it as
 * well, but with an empty answer and two errors with stack traces in the log.
 */
@Provider
class ChunkedBodyLimit implements ReaderInterceptor {

  // Quarkus counts what it reads ahead; it must not be the first to find the body too large.
  private static final long READ_AHEAD = 64 * 1024;

  private final BodyLimit limit;
  private final CurrentVertxRequest current;

  ChunkedBodyLimit(BodyLimit limit, CurrentVertxRequest current) {
    this.limit = limit;
    this.current = current;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    RoutingContext routing = current.getCurrent();
    if (routing != null && routing.request().getHeader("Transfer-Encoding") != null) {
      context.setInputStream(new Counted(context.getInputStream(), bytes(), routing));
    }
    return context.proceed();
  }

  private long bytes() {
    return Math.max(limit.bytes() / 2, limit.bytes() - READ_AHEAD);
  }

  private static final class Counted extends FilterInputStream {
    private final RoutingContext routing;
    private long left;

    Counted(InputStream in, long limit, RoutingContext routing) {
      super(in);
      this.left = limit;
      this.routing = routing;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      // One more than is left tells a body that is over from one that just fits.
      int read = super.read(bytes, offset, (int) Math.min(length, left + 1));
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        BodyLimit.linger(routing);
        throw new ProblemException(Problem.ofStatus(413));
      }
    }

    @Override
    public void close() throws IOException {
      // Closing would read to the end, which is exactly what is refused here.
      if (left >= 0) {
        super.close();
      }
    }
  }
}
