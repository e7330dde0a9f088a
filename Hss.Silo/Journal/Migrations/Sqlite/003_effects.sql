-- A claimed effect is due when its claim ends. By due_at alone each look for what is due read all that were claimed.
DROP INDEX effects_due;
CREATE INDEX effects_due ON effects (max(due_at, coalesce(claimed_until, 0))) WHERE parked_at IS NULL;
