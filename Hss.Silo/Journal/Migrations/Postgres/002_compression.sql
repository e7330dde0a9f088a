-- What is too long for its page is compressed, and the state of a hot stock is so at every commit: with the default (pglz) that cost more than all else that a
-- batch does. A server without lz4 stays as it is.
DO $$
BEGIN
    ALTER TABLE entities ALTER COLUMN state SET COMPRESSION lz4;
    ALTER TABLE events ALTER COLUMN data SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    NULL;
END
$$;
