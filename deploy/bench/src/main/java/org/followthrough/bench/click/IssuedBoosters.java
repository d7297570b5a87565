package org.followthrough.bench.click;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.followthrough.bench.bed.Database;
import org.followthrough.bench.bed.TestBed;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.LinkKeyRing;
import org.followthrough.kit.link.SignedLinks;

/** Questions that were issued to people, in booster-service's database, with their mailed links. */
final class IssuedBoosters {

  private static final String FILL =
      """
      INSERT INTO courses (course_id, organization_id, external_id, title, language, version)
      VALUES ('%1$s', '%1$s', 'talks', 'Difficult talks', 'en', 1) ON CONFLICT DO NOTHING;
      INSERT INTO enrollments (enrollment_id, organization_id, person_id, course_id, status, completed_at, version)
      SELECT md5('%2$s enrollment ' || i)::uuid, '%1$s', md5('%2$s person ' || i)::uuid, '%1$s',
             'completed', '2027-03-01', 1 FROM generate_series(1, %3$d) i;
      INSERT INTO tracks (enrollment_id, organization_id, course_id, version, next_step_at)
      SELECT md5('%2$s enrollment ' || i)::uuid, '%1$s', '%1$s', 1, '2028-01-01' FROM generate_series(1, %3$d) i;
      INSERT INTO boosters (booster_id, organization_id, enrollment_id, person_id, course_id,
                            question_id, sequence, content, due_on, expires_on)
      SELECT md5('%2$s booster ' || i)::uuid, '%1$s', md5('%2$s enrollment ' || i)::uuid,
             md5('%2$s person ' || i)::uuid, '%1$s', '%1$s', 1, '%4$s', '2027-03-01', '2027-03-20'
      FROM generate_series(1, %3$d) i;
      ANALYZE tracks; ANALYZE boosters; ANALYZE enrollments
      """;

  private static final String CONTENT =
      """
      {"stem":"A colleague interrupts you for the third time. What helps the talk most?","options":[\
      {"key":"A","text":"Name what happened and ask for a pause","correct":true,"feedback":"It keeps the \
      talk about the matter."},{"key":"B","text":"Talk over it and finish","correct":false,"feedback":\
      "Both sides then listen less."}],"goodUse":"In your next meeting, name it the first time.",\
      "results":"Meetings end on time.","resources":[]}\
      """;

  private final Database booster;
  private final UUID organizationId;
  private final SignedLinks links;

  IssuedBoosters(TestBed bed, Database booster) {
    this.booster = booster;
    this.organizationId = bed.secrets().organizationId();
    this.links =
        new SignedLinks(
            LinkKeyRing.parse(bed.secrets().linkKeys()),
            Clock.fixed(TestBed.MORNING, ZoneOffset.UTC));
  }

  /** Issues one question each to so many people; answers with the paths of their right answers. */
  List<String> issue(String name, int count) throws SQLException {
    booster.execute(FILL.formatted(organizationId, name, count, CONTENT));
    return IntStream.rangeClosed(1, count).mapToObj(i -> path(name, i)).toList();
  }

  private String path(String name, int number) {
    UUID boosterId = md5(name + " booster " + number);
    UUID personId = md5(name + " person " + number);
    Link link = new Link("q", boosterId, personId, "A", TestBed.MORNING.plus(Duration.ofDays(30)));
    return "/q/" + links.sign(link);
  }

  // As PostgreSQL makes a uuid of an md5: all bits of it.
  private static UUID md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      BigInteger bits = new BigInteger(1, digest);
      return new UUID(bits.shiftRight(Long.SIZE).longValue(), bits.longValue());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
