-- The planner's statistics, written down instead of gathered: a plan must not depend on how full the file was when somebody last looked.
-- Without them SQLite takes the primary key (kind, …) for as good as an index that knows more. Read: rows, then rows for an equal first
-- column, first two columns, and so on.
ANALYZE;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('entities', 'entities', '1000000 100000 1'),
    ('entities', 'entities_by_creation', '1000000 100000 1 1'),
    ('entities', 'entities_by_owner', '1000000 100000 20 1'),
    ('entities', 'entities_by_status', '1000000 100000 20000 1'),
    ('entities', 'entities_due', '1000 1');
