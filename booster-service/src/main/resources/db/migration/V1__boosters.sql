-- The bank. A question belongs to a course by the HR system's id, so it may come before the course.
CREATE TABLE questions (
  question_id     uuid   PRIMARY KEY,
  organization_id uuid   NOT NULL,
  course          text   NOT NULL,
  external_id     text   NOT NULL,
  content         text   NOT NULL,
  retired         boolean NOT NULL DEFAULT false,
  version         bigint NOT NULL,
  UNIQUE (organization_id, course, external_id)
);

-- What enrollment-service says, latest version of each.
CREATE TABLE courses (
  course_id       uuid   PRIMARY KEY,
  organization_id uuid   NOT NULL,
  external_id     text   NOT NULL,
  title           text   NOT NULL,
  language        text,
  need_by         date,
  version         bigint NOT NULL
);
CREATE INDEX courses_external ON courses (organization_id, external_id);

CREATE TABLE enrollments (
  enrollment_id   uuid   PRIMARY KEY,
  organization_id uuid   NOT NULL,
  person_id       uuid   NOT NULL,
  course_id       uuid   NOT NULL,
  status          text   NOT NULL,
  completed_at    timestamptz,
  version         bigint NOT NULL
);
CREATE INDEX enrollments_person ON enrollments (person_id);

-- Who left, by id alone. A row stays after erasure, so that a late event cannot start it all again.
CREATE TABLE leavers (
  person_id uuid    PRIMARY KEY,
  has_left  boolean NOT NULL,
  version   bigint  NOT NULL
);

-- One per completed enrollment: when to look at it next. What comes then follows from its boosters.
CREATE TABLE tracks (
  enrollment_id   uuid   PRIMARY KEY,
  organization_id uuid   NOT NULL,
  course_id       uuid   NOT NULL,
  state           text   NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'cancelled', 'finished')),
  version         bigint NOT NULL DEFAULT 0,
  next_step_at    timestamptz NOT NULL
);
CREATE INDEX tracks_due ON tracks (next_step_at) WHERE state = 'running';
CREATE INDEX tracks_course ON tracks (course_id) WHERE state = 'running';

-- One question issued to one person; content is the question as it was then, options in the person's order.
CREATE TABLE boosters (
  booster_id      uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  enrollment_id   uuid NOT NULL,
  person_id       uuid NOT NULL,
  course_id       uuid NOT NULL,
  question_id     uuid NOT NULL,
  sequence        int  NOT NULL,
  content         text NOT NULL,
  due_on          date NOT NULL,
  expires_on      date NOT NULL,
  state           text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'unanswered', 'cancelled')),
  choice          text,
  correct         boolean,
  closed_at       timestamptz,
  UNIQUE (enrollment_id, sequence)
);
CREATE UNIQUE INDEX boosters_one_open ON boosters (enrollment_id) WHERE state = 'open';
CREATE INDEX boosters_question ON boosters (question_id);
CREATE INDEX boosters_person ON boosters (person_id);

-- Append-only. posted_at and loaded_at are machine time, answered_at is the service clock.
CREATE TABLE attempts (
  attempt_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booster_id  uuid NOT NULL REFERENCES boosters ON DELETE CASCADE,
  nonce       text NOT NULL,
  choice      text NOT NULL,
  class       text NOT NULL CHECK (class IN ('human', 'suspect')),
  suspicions  text NOT NULL,
  loaded_at   timestamptz NOT NULL,
  posted_at   timestamptz NOT NULL,
  answered_at timestamptz NOT NULL,
  UNIQUE (booster_id, nonce)
);

-- Evidence against later attempts, never an answer: the hidden link of the mail was opened.
CREATE TABLE canary_hits (
  booster_id uuid PRIMARY KEY REFERENCES boosters ON DELETE CASCADE,
  hit_at     timestamptz NOT NULL
);
