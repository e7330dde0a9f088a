-- $1: the first entity's number, $2: the last one's, $3: microseconds since 1970. Sequences with five events each, hashed and chained as docs/architecture.md says
-- (the product's own verification checks it afterwards), and the feed's numbers with them. No server may run meanwhile.
WITH zero AS (SELECT decode(repeat('00', 32), 'hex') AS hash),
chain AS MATERIALIZED (
    SELECT g.n, g.id, z.hash AS h0, a.hash AS h1, b.hash AS h2, c.hash AS h3, d.hash AS h4, e.hash AS h5
    FROM (SELECT n, 'bench-' || n AS id FROM generate_series($1::bigint, $2::bigint) n) g
    CROSS JOIN zero z
    CROSS JOIN LATERAL (SELECT bench_hash(z.hash, g.id, 1, $3) AS hash OFFSET 0) a
    CROSS JOIN LATERAL (SELECT bench_hash(a.hash, g.id, 2, $3) AS hash OFFSET 0) b
    CROSS JOIN LATERAL (SELECT bench_hash(b.hash, g.id, 3, $3) AS hash OFFSET 0) c
    CROSS JOIN LATERAL (SELECT bench_hash(c.hash, g.id, 4, $3) AS hash OFFSET 0) d
    CROSS JOIN LATERAL (SELECT bench_hash(d.hash, g.id, 5, $3) AS hash OFFSET 0) e
),
stored AS (
    INSERT INTO entities (kind, id, version, state, schema, state_version, created_at, updated_at, last_at, head)
    SELECT 'sequence', id, 5, '{"last":5}', 1, 5, $3, $3, $3, h5 FROM chain
),
before AS (SELECT seq FROM feed),
counted AS (UPDATE feed SET seq = seq + 5 * ($2 - $1 + 1))
INSERT INTO events (seq, kind, id, version, type, schema, data, at, actor, request_id, audience, prev_hash, hash)
SELECT (SELECT seq FROM before) + 5 * (c.n - $1) + e.version, 'sequence', c.id, e.version, 'sequence.taken', 1, bench_data(e.version), $3, 'system', 'bench', '', e.previous, e.hash
FROM chain c
CROSS JOIN LATERAL (VALUES (1, c.h0, c.h1), (2, c.h1, c.h2), (3, c.h2, c.h3), (4, c.h3, c.h4), (5, c.h4, c.h5)) AS e(version, previous, hash)
