CREATE FUNCTION bench_data(version bigint) RETURNS text LANGUAGE sql IMMUTABLE RETURN '{"first":' || version || ',"count":1}';

CREATE FUNCTION bench_part(bytes bytea) RETURNS bytea LANGUAGE sql IMMUTABLE RETURN int4send(length(bytes)) || bytes;

CREATE FUNCTION bench_hash(previous bytea, id text, version bigint, at bigint) RETURNS bytea LANGUAGE sql IMMUTABLE RETURN sha256(
    bench_part(previous) || bench_part('sequence') || bench_part(convert_to(id, 'UTF8')) || bench_part(int8send(version)) || bench_part('sequence.taken')
    || bench_part(int8send(at)) || bench_part('system') || bench_part('bench') || bench_part('') || bench_part(convert_to(bench_data(version), 'UTF8')));
