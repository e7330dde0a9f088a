-- Times are microseconds since 1970-01-01 UTC. Text compares byte by byte (COLLATE "C"), so that keys sort as the program sorts them.

CREATE TABLE entities (
    kind          text COLLATE "C" NOT NULL,
    id            text COLLATE "C" NOT NULL,
    version       bigint NOT NULL,
    state         text COLLATE "C" NOT NULL,
    schema        integer NOT NULL,
    state_version bigint NOT NULL,
    owner         text COLLATE "C",
    status        text COLLATE "C" NOT NULL DEFAULT '',
    search        text COLLATE "C",
    facets        jsonb,
    created_at    bigint NOT NULL,
    updated_at    bigint NOT NULL,
    last_at       bigint NOT NULL,
    due_at        bigint,
    claimed_until bigint,
    head          bytea NOT NULL,
    PRIMARY KEY (kind, id)
) WITH (fillfactor = 70);

-- No index holds a column that every commit changes (updated_at, version, head), so that most updates stay on their page (HOT).
CREATE INDEX entities_created ON entities (kind, created_at, id);
CREATE INDEX entities_owner ON entities (kind, owner, created_at) WHERE owner IS NOT NULL;
CREATE INDEX entities_status ON entities (kind, status, created_at);
CREATE INDEX entities_due ON entities (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE links (
    kind      text COLLATE "C" NOT NULL,
    id        text COLLATE "C" NOT NULL,
    name      text COLLATE "C" NOT NULL,
    value     text COLLATE "C" NOT NULL,
    is_unique boolean NOT NULL,
    PRIMARY KEY (kind, id, name, value)
);
CREATE UNIQUE INDEX links_unique ON links (kind, name, value) WHERE is_unique;
CREATE INDEX links_value ON links (kind, name, value, id);

CREATE TABLE events (
    seq        bigint PRIMARY KEY,
    kind       text COLLATE "C" NOT NULL,
    id         text COLLATE "C" NOT NULL,
    version    bigint NOT NULL,
    type       text COLLATE "C" NOT NULL,
    schema     integer NOT NULL,
    data       text COLLATE "C" NOT NULL,
    at         bigint NOT NULL,
    actor      text COLLATE "C" NOT NULL,
    request_id text COLLATE "C" NOT NULL,
    ip         text COLLATE "C",
    audience   text COLLATE "C" NOT NULL,
    prev_hash  bytea NOT NULL,
    hash       bytea NOT NULL
);
CREATE UNIQUE INDEX events_entity ON events (kind, id, version);
CREATE INDEX events_actor ON events (actor, seq);
CREATE INDEX events_at ON events USING brin (at);

CREATE TABLE effects (
    id            text COLLATE "C" PRIMARY KEY,
    source_kind   text COLLATE "C" NOT NULL,
    source_id     text COLLATE "C" NOT NULL,
    target        text COLLATE "C" NOT NULL,
    payload       text COLLATE "C" NOT NULL,
    attempts      integer NOT NULL DEFAULT 0,
    due_at        bigint NOT NULL,
    claimed_until bigint,
    parked_at     bigint,
    last_error    text COLLATE "C"
);
CREATE INDEX effects_due ON effects (due_at) WHERE parked_at IS NULL;

CREATE TABLE operations (
    op          text COLLATE "C" PRIMARY KEY,
    fingerprint text COLLATE "C" NOT NULL,
    outcome     text COLLATE "C" NOT NULL,
    version     bigint NOT NULL,
    at          bigint NOT NULL
);
CREATE INDEX operations_at ON operations (at);

-- One row. Its lock, taken after the entity rows, puts the commits of all writers in one order.
CREATE TABLE feed (
    epoch text COLLATE "C" NOT NULL,
    seq   bigint NOT NULL
);
INSERT INTO feed (epoch, seq) VALUES (left(replace(gen_random_uuid()::text, '-', ''), 16), 0);
