-- Projections of the two compacted topics. A row is replaced only by a higher version.
-- The HR system's ids are not unique here: a projection never refuses, and when an erased person comes
-- back under a new id, the new row may arrive before the old one's tombstone.
CREATE TABLE people (
  person_id       uuid PRIMARY KEY,
  organization_id uuid    NOT NULL,
  external_id     text    NOT NULL,
  email           text,
  name            text,
  time_zone       text,
  locale          text,
  manager_id      uuid,
  org_unit        text,
  leave_until     date,
  gone            boolean NOT NULL DEFAULT false,
  version         bigint  NOT NULL
);
CREATE INDEX people_external ON people (organization_id, external_id);
CREATE INDEX people_manager ON people (manager_id) WHERE manager_id IS NOT NULL;

CREATE TABLE courses (
  course_id       uuid PRIMARY KEY,
  organization_id uuid   NOT NULL,
  external_id     text   NOT NULL,
  title           text   NOT NULL,
  description     text,
  behaviours      jsonb  NOT NULL DEFAULT '[]',
  language        text,
  cadence         text   NOT NULL,
  cost_per_place  numeric,
  need_by         date,
  version         bigint NOT NULL
);
CREATE INDEX courses_external ON courses (organization_id, external_id);

-- What is known of an enrollment, by section with the version it came with.
-- planned_at IS NULL: to be planned (again), as soon as what it awaits, a person or a course, is there.
CREATE TABLE journeys (
  enrollment_id   uuid PRIMARY KEY,
  organization_id uuid  NOT NULL,
  learner_id      uuid  NOT NULL,
  course_id       uuid  NOT NULL,
  facts           jsonb NOT NULL,
  planned_at      timestamptz,
  awaits          uuid
);
CREATE INDEX journeys_learner ON journeys (learner_id);
CREATE INDEX journeys_course ON journeys (course_id);
CREATE INDEX journeys_to_plan ON journeys (enrollment_id) WHERE planned_at IS NULL AND awaits IS NULL;
CREATE INDEX journeys_waiting ON journeys (awaits) WHERE awaits IS NOT NULL;

-- planned_for is what the planner wants; due_at is when the dispatcher looks, later where it deferred.
CREATE TABLE touches (
  touch_id        uuid PRIMARY KEY,
  organization_id uuid        NOT NULL,
  enrollment_id   uuid        NOT NULL,
  learner_id      uuid        NOT NULL,
  course_id       uuid        NOT NULL,
  envelope_id     uuid,
  recipient_id    uuid,
  planned_for     timestamptz NOT NULL,
  due_at          timestamptz NOT NULL,
  stale_after     timestamptz NOT NULL,
  sent_at         timestamptz,
  updated_at      timestamptz NOT NULL DEFAULT now(),
  local_date      date        NOT NULL,
  occurrence      int         NOT NULL,
  step            text        NOT NULL,
  audience        text        NOT NULL,
  category        text        NOT NULL CHECK (category IN ('talks', 'plans', 'boosters', 'evaluations')),
  template        text        NOT NULL,
  state           text        NOT NULL DEFAULT 'PLANNED'
                  CHECK (state IN ('PLANNED', 'CLAIMED', 'TRANSMITTING', 'ACCEPTED', 'FAILED', 'IN_DOUBT',
                                   'EXPIRED', 'SUPPRESSED', 'COALESCED', 'CANCELLED')),
  reason          text,
  message_id      text,
  content         jsonb       NOT NULL DEFAULT '{}',
  UNIQUE (enrollment_id, step, occurrence)
);
CREATE INDEX touches_due ON touches (due_at) WHERE state = 'PLANNED';
CREATE INDEX touches_learner ON touches (learner_id);
-- The touches of one mail are found by its recipient and its envelope.
CREATE INDEX touches_recipient ON touches (recipient_id, envelope_id) WHERE recipient_id IS NOT NULL;

-- An organization's own cadences; the built-in ones live in the program.
CREATE TABLE cadences (
  organization_id uuid   NOT NULL,
  cadence_id      text   NOT NULL,
  steps           jsonb  NOT NULL,
  version         bigint NOT NULL,
  PRIMARY KEY (organization_id, cadence_id)
);
