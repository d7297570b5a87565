-- Events between the commit that made them and the broker's acknowledgement.
-- One bucket per aggregate (hash of its id): a relay holds whole buckets, so an aggregate keeps its order.
CREATE TABLE outbox_messages (
  position          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  bucket            smallint    NOT NULL,
  topic             text        NOT NULL,
  event_id          uuid        NOT NULL,
  source            text        NOT NULL,
  type              text        NOT NULL,
  subject           text        NOT NULL,
  occurred_at       timestamptz NOT NULL,
  organization_id   uuid        NOT NULL,
  correlation_id    uuid        NOT NULL,
  causation_id      uuid,
  aggregate_version bigint      NOT NULL,
  traceparent       text,
  data              text,
  created_at        timestamptz NOT NULL DEFAULT now()
);

-- Which events had their effect. Older rows than the topics' retention are swept away.
CREATE TABLE inbox_messages (
  consumer text        NOT NULL,
  event_id uuid        NOT NULL,
  seen_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_messages_seen_at ON inbox_messages (seen_at);
