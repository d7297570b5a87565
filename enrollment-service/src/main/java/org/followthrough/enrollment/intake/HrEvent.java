package org.followthrough.enrollment.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.followthrough.enrollment.fact.Ref;
import org.followthrough.enrollment.fact.Stamp;

/**
 * A valid event of an HR system.
 *
 * @param index position in the request that it came with
 * @param traceparent trace context of the request that it came with, or null
 */
record HrEvent(
    long index,
    UUID organizationId,
    String id,
    String source,
    Instant time,
    HrFact fact,
    String traceparent) {

  Stamp stamp() {
    return new Stamp(time, id, source);
  }

  Ref ref(String externalId) {
    return new Ref(organizationId, externalId);
  }

  /** 128 bits of SHA-256 over organization, source and id: what makes it count once for good. */
  UUID key() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(organizationId.getMostSignificantBits())
              .putLong(organizationId.getLeastSignificantBits())
              .flip());
      digest.update(source.getBytes(UTF_8));
      digest.update((byte) 0);
      ByteBuffer bits = ByteBuffer.wrap(digest.digest(id.getBytes(UTF_8)));
      return new UUID(bits.getLong(), bits.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
