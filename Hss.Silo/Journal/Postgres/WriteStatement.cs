namespace Hss.Silo.Journal.Postgres;

/// <summary>
/// The one statement that writes a batch. Every set of the batch comes in as arrays; sets are matched by the commit's ordinal through
/// the array of codes, never by a join of two sets, because the writer's session has only nested loops.
/// </summary>
internal static class WriteStatement
{
    /// <summary>
    /// Its answer is one row: a code of each commit, the number of a <see cref="Hss.Grains.Entities.Journal.CommitResult"/>, and the <c>seq</c> of the first event, if any.
    /// </summary>
    public const string Text = """
        WITH input AS MATERIALIZED (
            SELECT i.*
            FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::integer[], $7::boolean[], $8::text[], $9::text[],
                        $10::text[], $11::text[], $12::bigint[], $13::bytea[], $14::text[], $44::bigint[]) WITH ORDINALITY
                AS i(kind, id, base, version, state, schema, indexed, owner, status, search, facets, due_at, head, links, last_at, ord)
        ),
        replayed AS MATERIALIZED (
            SELECT coalesce(array_agg(DISTINCT n.ord), '{}') AS ords
            FROM unnest($15::bigint[], $16::text[]) AS n(ord, op)
            JOIN operations o ON o.op = n.op
        ),
        updated AS (
            UPDATE entities e
            SET version = i.version,
                state = coalesce(i.state, e.state),
                schema = CASE WHEN i.state IS NULL THEN e.schema ELSE i.schema END,
                state_version = CASE WHEN i.state IS NULL THEN e.state_version ELSE i.version END,
                owner = CASE WHEN i.indexed THEN i.owner ELSE e.owner END,
                status = CASE WHEN i.indexed THEN i.status ELSE e.status END,
                search = CASE WHEN i.indexed THEN i.search ELSE e.search END,
                facets = CASE WHEN i.indexed THEN i.facets::jsonb ELSE e.facets END,
                updated_at = $20,
                last_at = coalesce(i.last_at, e.last_at),
                due_at = i.due_at,
                claimed_until = CASE WHEN e.due_at IS DISTINCT FROM i.due_at THEN NULL ELSE e.claimed_until END,
                head = coalesce(i.head, e.head)
            FROM input i
            WHERE i.base > 0 AND i.ord <> ALL ((SELECT ords FROM replayed)::bigint[])
              AND e.kind = i.kind AND e.id = i.id AND e.version = i.base
            RETURNING e.kind, e.id
        ),
        inserted AS (
            INSERT INTO entities AS e
                (kind, id, version, state, schema, state_version, owner, status, search, facets, created_at, updated_at, last_at, due_at, head)
            SELECT i.kind, i.id, i.version, i.state, i.schema, i.version, i.owner, coalesce(i.status, ''), i.search, i.facets::jsonb,
                   $20, $20, coalesce(i.last_at, $20), i.due_at, coalesce(i.head, decode(repeat('00', 32), 'hex'))
            FROM input i
            WHERE i.base = 0 AND i.ord <> ALL ((SELECT ords FROM replayed)::bigint[])
            ORDER BY i.ord
            ON CONFLICT (kind, id) DO UPDATE
            SET version = excluded.version, state = excluded.state, schema = excluded.schema, state_version = excluded.state_version,
                owner = excluded.owner, status = excluded.status, search = excluded.search, facets = excluded.facets,
                updated_at = excluded.updated_at, last_at = excluded.last_at, due_at = excluded.due_at, claimed_until = NULL, head = excluded.head
            WHERE e.version = 0
            RETURNING e.kind, e.id
        ),
        outcome AS MATERIALIZED (
            SELECT array_agg(c.code ORDER BY c.ord) AS codes
            FROM (
                SELECT max(r.ord) AS ord, CASE WHEN bool_or(r.written) THEN 0 WHEN bool_or(r.replay) THEN 2 ELSE 1 END AS code
                FROM (
                    SELECT kind, id, ord, false AS written, ord = ANY ((SELECT ords FROM replayed)::bigint[]) AS replay FROM input
                    UNION ALL SELECT kind, id, NULL, true, false FROM updated
                    UNION ALL SELECT kind, id, NULL, true, false FROM inserted
                ) r
                GROUP BY r.kind, r.id
            ) c
        ),
        fresh AS MATERIALIZED (
            SELECT n.*, row_number() OVER (ORDER BY n.position) AS place
            FROM unnest($21::bigint[], $22::text[], $23::text[], $24::bigint[], $25::text[], $26::integer[], $27::text[], $28::bigint[],
                        $29::text[], $30::text[], $31::text[], $32::text[], $33::bytea[], $34::bytea[]) WITH ORDINALITY
                AS n(ord, kind, id, version, type, schema, data, at, actor, request_id, ip, audience, prev_hash, hash, position)
            WHERE ((SELECT codes FROM outcome)::integer[])[n.ord] = 0
        ),
        advanced AS (
            UPDATE feed SET seq = feed.seq + c.events
            FROM (SELECT count(*) AS events FROM fresh) c
            WHERE c.events > 0
            RETURNING feed.seq - c.events AS base
        ),
        logged AS (
            INSERT INTO events (seq, kind, id, version, type, schema, data, at, actor, request_id, ip, audience, prev_hash, hash)
            SELECT a.base + f.place, f.kind, f.id, f.version, f.type, f.schema, f.data, f.at, f.actor, f.request_id, f.ip, f.audience,
                   f.prev_hash, f.hash
            FROM fresh f CROSS JOIN advanced a
            ORDER BY f.place
        ),
        unlinked AS (
            DELETE FROM links l
            USING input i
            WHERE i.links IS NOT NULL AND ((SELECT codes FROM outcome)::integer[])[i.ord] = 0 AND l.kind = i.kind AND l.id = i.id
              AND NOT EXISTS (
                  SELECT FROM jsonb_to_recordset(i.links::jsonb) AS n(name text, value text) WHERE n.name = l.name AND n.value = l.value)
            RETURNING 1
        ),
        linked AS (
            INSERT INTO links AS l (kind, id, name, value, is_unique)
            SELECT i.kind, i.id, n.name, n.value, n.is_unique
            FROM input i CROSS JOIN LATERAL jsonb_to_recordset(i.links::jsonb) AS n(name text, value text, is_unique boolean)
            WHERE i.links IS NOT NULL AND ((SELECT codes FROM outcome)::integer[])[i.ord] = 0
              AND (SELECT count(*) FROM unlinked) >= 0 -- deletes come first: a unique value may pass from one entity to another
            ON CONFLICT (kind, id, name, value) DO UPDATE SET is_unique = excluded.is_unique WHERE l.is_unique <> excluded.is_unique
        ),
        sent AS (
            INSERT INTO effects (id, source_kind, source_id, target, payload, due_at, claimed_until)
            SELECT n.id, n.source_kind, n.source_id, n.target, n.payload, $20, $35
            FROM unnest($36::bigint[], $37::text[], $38::text[], $39::text[], $40::text[], $41::text[])
                AS n(ord, id, source_kind, source_id, target, payload)
            WHERE ((SELECT codes FROM outcome)::integer[])[n.ord] = 0
        ),
        finished AS (
            DELETE FROM effects e USING unnest($42::text[]) AS d(id) WHERE e.id = d.id
        ),
        kept AS (
            INSERT INTO operations (op, fingerprint, outcome, version, at)
            SELECT n.op, n.fingerprint, n.outcome, n.version, n.at
            FROM unnest($15::bigint[], $16::text[], $17::text[], $18::text[], $19::bigint[], $43::bigint[])
                AS n(ord, op, fingerprint, outcome, version, at)
            WHERE ((SELECT codes FROM outcome)::integer[])[n.ord] = 0
        )
        SELECT codes, (SELECT base + 1 FROM advanced) FROM outcome
        """;
}
