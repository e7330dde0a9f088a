-- A plan that was made while a table was small is kept when it has grown. To find one row by its key, these indexes then cost no more than the primary key, and were
-- taken: each update of an entity read all entities of its kind. Only statements that ask for created_at >= 0, which holds for all rows, can use them now: the lists.
DROP INDEX entities_created;
DROP INDEX entities_status;
CREATE INDEX entities_created ON entities (kind, created_at, id) WHERE created_at >= 0;
CREATE INDEX entities_status ON entities (kind, status, created_at) WHERE created_at >= 0;

-- For the same reason: no prefix of it serves to find the links of one entity.
DROP INDEX links_value;
CREATE INDEX links_value ON links (name, value, kind, id);

-- A claimed effect is due when its claim ends. By due_at alone each look for what is due read all that were claimed.
DROP INDEX effects_due;
CREATE INDEX effects_due ON effects (greatest(due_at, coalesce(claimed_until, 0))) WHERE parked_at IS NULL;
