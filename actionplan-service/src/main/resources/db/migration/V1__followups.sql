-- Projections of what enrollment-service publishes. No foreign keys between them: their topics have no common order.
CREATE TABLE people (
  person_id       uuid    PRIMARY KEY,
  organization_id uuid    NOT NULL,
  external_id     text,
  name            text,
  locale          text,
  time_zone       text,
  manager_id      uuid,
  gone            boolean NOT NULL,
  version         bigint  NOT NULL
);

CREATE TABLE courses (
  course_id       uuid   PRIMARY KEY,
  organization_id uuid   NOT NULL,
  external_id     text   NOT NULL,
  title           text,
  behaviours      text[] NOT NULL,
  version         bigint NOT NULL
);
CREATE INDEX courses_external_id ON courses (organization_id, external_id);

CREATE TABLE enrollments (
  enrollment_id   uuid   PRIMARY KEY,
  organization_id uuid   NOT NULL,
  learner_id      uuid   NOT NULL,
  course_id       uuid   NOT NULL,
  starts_on       date,
  ends_on         date,
  completed_at    timestamptz,
  status          text   NOT NULL,
  version         bigint NOT NULL
);
CREATE INDEX enrollments_of_organization ON enrollments (organization_id, enrollment_id);
CREATE INDEX enrollments_of_course ON enrollments (course_id, enrollment_id);

-- One row per enrollment: its version counts our events and its lock puts writers in a line.
CREATE TABLE followups (
  enrollment_id   uuid   PRIMARY KEY,
  organization_id uuid   NOT NULL,
  learner_id      uuid   NOT NULL,
  course_id       uuid   NOT NULL,
  version         bigint NOT NULL DEFAULT 0,
  plan_version    int    NOT NULL DEFAULT 0,
  agreed_version  int    NOT NULL DEFAULT 0,
  applied_version int    NOT NULL DEFAULT 0,
  status          text   NOT NULL DEFAULT 'missing'
);
CREATE INDEX followups_of_learner ON followups (learner_id);
CREATE INDEX followups_of_status ON followups (organization_id, status, enrollment_id);

CREATE TABLE expectations (
  enrollment_id uuid PRIMARY KEY REFERENCES followups ON DELETE CASCADE,
  why_attending text NOT NULL,
  where_used    text NOT NULL,
  challenge     text,
  baseline      int  NOT NULL CHECK (baseline BETWEEN 1 AND 10),
  shared_at     timestamptz NOT NULL
);

CREATE TABLE reflections (
  enrollment_id uuid PRIMARY KEY REFERENCES followups ON DELETE CASCADE,
  learnt        text NOT NULL,
  where_used    text NOT NULL,
  captured_at   timestamptz NOT NULL
);

CREATE TABLE plan_versions (
  plan_version_id uuid  PRIMARY KEY,
  enrollment_id   uuid  NOT NULL REFERENCES followups ON DELETE CASCADE,
  plan_version    int   NOT NULL,
  goal            text  NOT NULL,
  actions         jsonb NOT NULL,
  committed_at    timestamptz NOT NULL,
  UNIQUE (enrollment_id, plan_version)
);

CREATE TABLE talks (
  talk_id       uuid    PRIMARY KEY,
  enrollment_id uuid    NOT NULL REFERENCES followups ON DELETE CASCADE,
  kind          text    NOT NULL CHECK (kind IN ('before', 'after')),
  talk_version  int     NOT NULL,
  manager_id    uuid    NOT NULL,
  held_on       date    NOT NULL,
  outcome       text,
  plan_agreed   boolean NOT NULL,
  baseline      int     CHECK (baseline BETWEEN 1 AND 10),
  logged_at     timestamptz NOT NULL,
  UNIQUE (enrollment_id, kind, talk_version)
);
CREATE INDEX talks_of_manager ON talks (manager_id);

CREATE TABLE progress_reports (
  report_id     uuid PRIMARY KEY,
  enrollment_id uuid NOT NULL REFERENCES followups ON DELETE CASCADE,
  action_id     uuid NOT NULL,
  status        text NOT NULL,
  note          text,
  reported_at   timestamptz NOT NULL
);
CREATE INDEX progress_reports_of_enrollment ON progress_reports (enrollment_id, reported_at);
