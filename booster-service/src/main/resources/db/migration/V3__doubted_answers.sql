-- What attempts are judged by, so that it is not read out of the question's text for each of them.
ALTER TABLE boosters
  ADD COLUMN choices text NOT NULL
    GENERATED ALWAYS AS (jsonb_path_query_array(content::jsonb, '$.options[*].key')::text) STORED,
  ADD COLUMN right_choice text NOT NULL
    GENERATED ALWAYS AS (jsonb_path_query_first(content::jsonb, '$.options[*] ? (@.correct == true).key') #>> '{}') STORED;

-- An answer is doubted when signs of a program came after it: the next answer of a person takes its place.
-- posted_at is the machine time of the attempt that counts.
ALTER TABLE boosters
  ADD COLUMN doubted boolean NOT NULL DEFAULT false,
  ADD COLUMN posted_at timestamptz;
UPDATE boosters SET posted_at =
  coalesce((SELECT min(a.posted_at) FROM attempts a WHERE a.booster_id = boosters.booster_id AND a.class = 'human'), closed_at)
  WHERE state = 'answered';
ALTER TABLE boosters
  ADD CONSTRAINT boosters_doubted_when_answered CHECK (NOT doubted OR state = 'answered'),
  ADD CONSTRAINT boosters_answered_by_a_post CHECK ((state = 'answered') = (posted_at IS NOT NULL));
