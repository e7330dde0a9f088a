CREATE TABLE entities (
    kind          TEXT    NOT NULL,
    id            TEXT    NOT NULL,
    version       INTEGER NOT NULL,
    state         TEXT    NOT NULL,
    schema        INTEGER NOT NULL,
    state_version INTEGER NOT NULL,
    owner         TEXT,
    status        TEXT    NOT NULL,
    search        TEXT,
    facets        TEXT,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    last_at       INTEGER NOT NULL,
    due_at        INTEGER,
    claimed_until INTEGER,
    head          BLOB    NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;

CREATE INDEX entities_by_creation ON entities (kind, created_at, id);
CREATE INDEX entities_by_owner ON entities (kind, owner, created_at) WHERE owner IS NOT NULL;
CREATE INDEX entities_by_status ON entities (kind, status, created_at);
CREATE INDEX entities_due ON entities (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE links (
    kind      TEXT    NOT NULL,
    id        TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    value     TEXT    NOT NULL,
    is_unique INTEGER NOT NULL,
    PRIMARY KEY (kind, id, name, value)
) WITHOUT ROWID;

CREATE INDEX links_by_value ON links (kind, name, value);
CREATE UNIQUE INDEX links_unique ON links (kind, name, value) WHERE is_unique = 1;

CREATE TABLE events (
    seq        INTEGER PRIMARY KEY,
    kind       TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    type       TEXT    NOT NULL,
    schema     INTEGER NOT NULL,
    data       TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    request_id TEXT    NOT NULL,
    ip         TEXT,
    audience   TEXT    NOT NULL,
    prev_hash  BLOB    NOT NULL,
    hash       BLOB    NOT NULL
);

CREATE UNIQUE INDEX events_by_entity ON events (kind, id, version);
CREATE INDEX events_by_actor ON events (actor, seq);

CREATE TABLE effects (
    id            TEXT    NOT NULL PRIMARY KEY,
    source        TEXT    NOT NULL,
    target        TEXT    NOT NULL,
    payload       TEXT    NOT NULL,
    attempts      INTEGER NOT NULL,
    due_at        INTEGER NOT NULL,
    claimed_until INTEGER,
    parked_at     INTEGER,
    last_error    TEXT
) WITHOUT ROWID;

CREATE INDEX effects_due ON effects (due_at) WHERE parked_at IS NULL;

CREATE TABLE operations (
    op          TEXT    NOT NULL PRIMARY KEY,
    fingerprint TEXT    NOT NULL,
    outcome     TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    at          INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX operations_by_time ON operations (at);

CREATE TABLE feed (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    epoch    TEXT    NOT NULL,
    seq      INTEGER NOT NULL
);

INSERT INTO feed VALUES (1, lower(hex(randomblob(8))), 0);
