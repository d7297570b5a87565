-- Who holds a claimed touch, and until when by the database's clock.
ALTER TABLE touches ADD COLUMN claim_token uuid;
ALTER TABLE touches ADD COLUMN lease_until timestamptz;
ALTER TABLE touches ADD COLUMN attempts int NOT NULL DEFAULT 0;
-- Which talk of its mail it is, from 0: proposed times follow one another.
ALTER TABLE touches ADD COLUMN talk_position int;
CREATE INDEX touches_claimed ON touches (lease_until) WHERE state = 'CLAIMED';

-- One mail to one person in one send window. The row is committed with Message-ID, bytes and their hash
-- before the mail's data is sent, so that whatever happens then can be told from the row.
-- The bytes (deflated) and the address go when they are not needed any more; the hash stays.
CREATE TABLE envelopes (
  envelope_id     uuid PRIMARY KEY,
  organization_id uuid        NOT NULL,
  recipient_id    uuid        NOT NULL,
  claim_token     uuid,
  lease_until     timestamptz,
  dispatched_at   timestamptz NOT NULL,
  resend_at       timestamptz,
  stale_after     timestamptz NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  attempts        int         NOT NULL DEFAULT 1,
  resendable      boolean     NOT NULL,
  send_window     text        NOT NULL,
  state           text        NOT NULL
                  CHECK (state IN ('TRANSMITTING', 'ACCEPTED', 'DEFERRED', 'FAILED', 'IN_DOUBT')),
  reason          text,
  message_id      text        NOT NULL,
  mail_to         text,
  mime_sha256     bytea       NOT NULL,
  mime            bytea,
  UNIQUE (recipient_id, send_window)
);
-- Already deflated: PostgreSQL need not try again.
ALTER TABLE envelopes ALTER COLUMN mime SET STORAGE EXTERNAL;
CREATE INDEX envelopes_transmitting ON envelopes (lease_until) WHERE state = 'TRANSMITTING';
CREATE INDEX envelopes_to_resend ON envelopes (resend_at) WHERE resend_at IS NOT NULL;

-- What a person does not want to get.
CREATE TABLE unsubscriptions (
  person_id       uuid        NOT NULL,
  category        text        NOT NULL CHECK (category IN ('talks', 'plans', 'boosters', 'evaluations')),
  unsubscribed_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, category)
);

-- Versions of the events about deliveries: they grow, whichever instance publishes.
CREATE SEQUENCE delivery_versions CACHE 1;

-- An erased person's mail that waits to be sent again is erased with the person.
CREATE FUNCTION erase_mail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE envelopes SET mime = NULL, mail_to = NULL, resend_at = NULL
   WHERE recipient_id = OLD.person_id AND (mime IS NOT NULL OR mail_to IS NOT NULL);
  DELETE FROM unsubscriptions WHERE person_id = OLD.person_id;
  RETURN NULL;
END $$;
CREATE TRIGGER people_deleted AFTER DELETE ON people FOR EACH ROW EXECUTE FUNCTION erase_mail();
CREATE TRIGGER people_erased AFTER UPDATE ON people FOR EACH ROW
  WHEN (OLD.email IS NOT NULL AND NEW.email IS NULL) EXECUTE FUNCTION erase_mail();
