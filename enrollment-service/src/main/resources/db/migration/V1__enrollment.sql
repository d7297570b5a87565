CREATE TABLE organizations (
  organization_id uuid        PRIMARY KEY,
  name            text        NOT NULL,
  created_at      timestamptz NOT NULL
);

CREATE TABLE api_keys (
  key_id          text        PRIMARY KEY,
  organization_id uuid        NOT NULL REFERENCES organizations,
  name            text        NOT NULL,
  sha256          text        NOT NULL,
  scopes          text[]      NOT NULL,
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz,
  revoked_at      timestamptz,
  version         bigint      NOT NULL
);
CREATE INDEX api_keys_organization ON api_keys (organization_id, key_id);

-- Which HR events had their effect, for good.
-- event_key is 128 bits of SHA-256 over organization, source and id: one short key costs less than the three.
CREATE TABLE hr_events (
  event_key   uuid        PRIMARY KEY,
  received_at timestamptz NOT NULL
);

-- version 0: known only because something refers to it; never published.
CREATE TABLE people (
  person_id       uuid        PRIMARY KEY,
  organization_id uuid        NOT NULL,
  external_id     text        NOT NULL,
  email           text,
  name            text,
  time_zone       text,
  locale          text,
  manager_id      uuid,
  org_unit        text,
  leave_until     date,
  gone            boolean     NOT NULL DEFAULT false,
  profile_time    timestamptz,
  profile_event   text,
  profile_source  text,
  left_time       timestamptz,
  left_event      text,
  left_source     text,
  version         bigint      NOT NULL DEFAULT 0,
  UNIQUE (organization_id, external_id)
);

CREATE TABLE courses (
  course_id       uuid        PRIMARY KEY,
  organization_id uuid        NOT NULL,
  external_id     text        NOT NULL,
  title           text        NOT NULL,
  description     text,
  behaviours      text[]      NOT NULL DEFAULT '{}',
  cost_per_place  numeric(12, 2),
  need_by         date,
  cadence         text        NOT NULL DEFAULT 'standard',
  language        text,
  commissioning   jsonb,
  -- How often it was changed; its published version is one more.
  changes         bigint      NOT NULL DEFAULT 0,
  UNIQUE (organization_id, external_id)
);

CREATE TABLE cohorts (
  cohort_id       uuid        PRIMARY KEY,
  organization_id uuid        NOT NULL,
  course_id       uuid        NOT NULL,
  external_id     text        NOT NULL,
  title           text,
  starts_on       date,
  ends_on         date,
  schedule_time   timestamptz,
  schedule_event  text,
  schedule_source text,
  version         bigint      NOT NULL DEFAULT 0,
  UNIQUE (course_id, external_id)
);
CREATE INDEX cohorts_organization ON cohorts (organization_id, cohort_id);

-- What HR said about one person and one course: the source from which the enrollments are derived.
CREATE TABLE course_histories (
  person_id       uuid        NOT NULL,
  course_id       uuid        NOT NULL,
  organization_id uuid        NOT NULL,
  facts           json        NOT NULL,
  revision        bigint      NOT NULL,
  PRIMARY KEY (person_id, course_id)
);

CREATE TABLE enrollments (
  organization_id uuid        NOT NULL,
  enrollment_id   uuid        NOT NULL,
  person_id       uuid        NOT NULL,
  course_id       uuid        NOT NULL,
  cohort_id       uuid,
  starts_on       date,
  ends_on         date,
  enrolled_at     timestamptz,
  completed_at    timestamptz,
  withdrawn_at    timestamptz,
  status          text        NOT NULL,
  version         bigint      NOT NULL,
  -- Pages of an organization are read by it too.
  PRIMARY KEY (organization_id, enrollment_id)
);
CREATE INDEX enrollments_group ON enrollments (person_id, course_id);
CREATE INDEX enrollments_course ON enrollments (course_id, enrollment_id);
CREATE INDEX enrollments_cohort ON enrollments (cohort_id) WHERE cohort_id IS NOT NULL;
