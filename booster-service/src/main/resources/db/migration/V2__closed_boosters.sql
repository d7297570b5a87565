-- What closed has a time, what was answered has an answer: the next question follows from both.
ALTER TABLE boosters
  ADD CONSTRAINT boosters_closed_with_time CHECK ((state = 'open') = (closed_at IS NULL)),
  ADD CONSTRAINT boosters_answered_with_choice CHECK ((state = 'answered') = (choice IS NOT NULL AND correct IS NOT NULL));
