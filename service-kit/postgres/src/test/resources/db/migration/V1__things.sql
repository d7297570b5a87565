CREATE TABLE things (
  thing_id        uuid   PRIMARY KEY,
  organization_id uuid   NOT NULL,
  name            text   NOT NULL,
  effects         int    NOT NULL,
  version         bigint NOT NULL
);
CREATE TABLE notes (
  note_id uuid   PRIMARY KEY,
  text    text   NOT NULL,
  version bigint NOT NULL
);
