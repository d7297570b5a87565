package org.followthrough.reminder.envelope;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A mail's bytes as they wait in the database: deflated, beside the hash of what they were. */
public final class StoredMime {

  private static final int LONGEST = 20 * 1024 * 1024;

  private StoredMime() {}

  public static byte[] sha256(byte[] mime) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(mime);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public static byte[] pack(byte[] mime) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(mime);
      deflater.finish();
      var out = new ByteArrayOutputStream(mime.length / 2);
      byte[] buffer = new byte[8 * 1024];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * The bytes again.
   *
   * @throws IllegalStateException if they are not the ones the hash was made of
   */
  public static byte[] unpack(byte[] packed, byte[] sha256) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] mime = inflate(inflater);
      if (!MessageDigest.isEqual(sha256, sha256(mime))) {
        throw new IllegalStateException("a stored mail has changed");
      }
      return mime;
    } catch (DataFormatException e) {
      throw new IllegalStateException("a stored mail cannot be read", e);
    } finally {
      inflater.end();
    }
  }

  private static byte[] inflate(Inflater inflater) throws DataFormatException {
    var out = new ByteArrayOutputStream(16 * 1024);
    byte[] buffer = new byte[8 * 1024];
    while (!inflater.finished() && out.size() < LONGEST) {
      int length = inflater.inflate(buffer);
      if (length == 0 && inflater.needsInput()) {
        throw new DataFormatException("cut short");
      }
      out.write(buffer, 0, length);
    }
    return out.toByteArray();
  }
}
