-- Finding incidents. Written by hand, in a PostgreSQL schema of its own that Prisma need not see.
--   search.row       one row a title, summary and entry: its text, and its words with their places
--   search.incident  one row an incident: what lists filter and sort by, and the words of all of its rows as one document
--   search.stale     the incidents whose document is behind their rows: queries read those rows themselves until it is folded
--   search.name      the names of services, teams and people
--   search.common    words so common that they tell incidents apart badly; counted over what everyone may see
-- Triggers keep them true to the tables, whoever writes. No extension is needed.

CREATE SCHEMA search;

-- The words of a text, as letters and digits with single spaces between: lower case, no accents, punctuation gone, East Asian characters one by one.
-- What is lower case for letters beyond ASCII is asked of the best collation that this PostgreSQL has, not of the database's own, which may be "C".
DO $do$
DECLARE
  lower_case text := CASE
    WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_collation WHERE collname = 'pg_c_utf8') THEN 'pg_catalog.pg_c_utf8'
    WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_collation WHERE collname = 'und-x-icu') THEN 'pg_catalog."und-x-icu"'
    ELSE 'pg_catalog."default"'
  END;
BEGIN
  EXECUTE format($make$
    CREATE FUNCTION search.plain(text text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $fn$
      SELECT btrim(CASE WHEN octet_length(text) = length(text)
        THEN regexp_replace(translate(lower(text COLLATE "C"), '''', ''), '[^a-z0-9]+', ' ', 'g')
        ELSE regexp_replace(regexp_replace(
          translate(replace(replace(replace(lower(normalize(regexp_replace(normalize(text, NFKD),
            '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200d\u2060\ufeff]', '', 'g'), NFKC) COLLATE %s) COLLATE "C",
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øđłıħŧ''’', 'odliht'),
          '([\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])', ' \1 ', 'g'),
          '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u2e00-\u2fff\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\ue000-\uf8ff\ufe00-\ufe6f\uff00-\uff0f\ufff0-\uffff\U0001f000-\U0001ffff\U000e0000-\U0010ffff]+', ' ', 'g')
        END)
    $fn$
  $make$, lower_case);
END
$do$;

-- Each word as it is written, with its place, and behind "=" its English stem where that is another word: identifiers and error codes are found
-- to the letter, prose by its stem. PostgreSQL's own parser is not asked: to it 3e5a9 is a number and a word. A text of many wide characters is
-- cut so that its words fit a tsvector.
CREATE FUNCTION search.words(text text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(string_agg('''' || word || ''':' || least(place, 16383), ' ')::tsvector
      || array_to_tsvector(coalesce(array_agg(DISTINCT '=' || stem) FILTER (WHERE stem <> word), '{}')), '')
  FROM (
    SELECT word, place, (ts_lexize('pg_catalog.english_stem', word))[1] AS stem
    FROM (SELECT left(word, 500) AS word, place
          FROM unnest(string_to_array(nullif(search.plain(CASE WHEN octet_length(text) > 320000 THEN left(text, 60000) ELSE text END), ''), ' '))
            WITH ORDINALITY AS u(word, place)) AS w) AS x
$$;

-- Two words that stand side by side, as one of a million marks: what makes phrases and identifiers (retry_v2) findable in a document without places.
CREATE FUNCTION search.pair(one text, next text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT '+' || to_hex(hashtextextended(one || ' ' || next, 0) & 1048575)
$$;

CREATE FUNCTION search.pairs(text text) RETURNS SETOF text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 20 AS $$
  SELECT search.pair(word, next)
  FROM (SELECT word, lead(word) OVER (ORDER BY place) AS next
        FROM unnest(string_to_array(search.plain(text), ' ')) WITH ORDINALITY AS w(word, place)) AS x
  WHERE next IS NOT NULL
$$;

CREATE TABLE search.row (
  kind        text NOT NULL,
  source_id   uuid NOT NULL,
  incident_id uuid NOT NULL REFERENCES public.incident (id) ON DELETE CASCADE,
  at          timestamptz NOT NULL,
  text        text NOT NULL,
  tsv         tsvector GENERATED ALWAYS AS (search.words(text)) STORED,
  PRIMARY KEY (kind, source_id)
);
CREATE INDEX row_incident_id_at_idx ON search.row (incident_id, at);

-- No index holds a column that changes, but for `tsv`: a change of status is a HOT update that leaves the GIN index alone,
-- and the document learns of it when it is folded. A document stands beside its row (TOAST), so that a scan over many rows reads little.
CREATE TABLE search.incident (
  id            uuid PRIMARY KEY REFERENCES public.incident (id) ON DELETE CASCADE,
  number        integer NOT NULL,
  declared_at   timestamptz NOT NULL,
  visibility    text NOT NULL,
  status        text NOT NULL,
  severity_rank smallint NOT NULL,
  mode          text NOT NULL,
  environment   text NOT NULL,
  service_ids   uuid[] NOT NULL DEFAULT '{}',
  team_ids      uuid[] NOT NULL DEFAULT '{}',
  tsv           tsvector NOT NULL DEFAULT ''
) WITH (fillfactor = 85, toast_tuple_target = 256);
ALTER TABLE search.incident
  ALTER COLUMN tsv SET STORAGE EXTERNAL,
  ALTER COLUMN service_ids SET STORAGE PLAIN,
  ALTER COLUMN team_ids SET STORAGE PLAIN;
CREATE INDEX incident_declared_at_number_idx ON search.incident (declared_at DESC, number DESC);
CREATE INDEX incident_tsv_idx ON search.incident USING gin (tsv) WITH (fastupdate = off);

-- `fresh` names the sources that the document lacks; `whole` says that something it holds was changed or is gone.
CREATE TABLE search.stale (
  incident_id uuid PRIMARY KEY REFERENCES public.incident (id) ON DELETE CASCADE,
  whole       boolean NOT NULL DEFAULT false,
  fresh       uuid[] NOT NULL DEFAULT '{}',
  since       timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE search.name (
  kind text NOT NULL,
  id   uuid NOT NULL,
  name text NOT NULL,
  tsv  tsvector GENERATED ALWAYS AS (search.words(name)) STORED,
  PRIMARY KEY (kind, id)
);
CREATE INDEX name_tsv_idx ON search.name USING gin (tsv) WITH (fastupdate = off);

CREATE TABLE search.common (
  word  text PRIMARY KEY,
  share real NOT NULL
);

-- Statistics keep samples of what columns hold: of what people typed none may outlive a redaction.
ALTER TABLE search.row ALTER COLUMN text SET STATISTICS 0, ALTER COLUMN tsv SET STATISTICS 0;
ALTER TABLE search.incident ALTER COLUMN tsv SET STATISTICS 0;
ALTER TABLE public.incident
  ALTER COLUMN title SET STATISTICS 0, ALTER COLUMN summary SET STATISTICS 0, ALTER COLUMN "accessNote" SET STATISTICS 0,
  ALTER COLUMN known SET STATISTICS 0, ALTER COLUMN impact SET STATISTICS 0, ALTER COLUMN trying SET STATISTICS 0;
ALTER TABLE public.incident_role ALTER COLUMN note SET STATISTICS 0;
ALTER TABLE public.timeline_entry ALTER COLUMN body SET STATISTICS 0, ALTER COLUMN data SET STATISTICS 0, ALTER COLUMN "sourceUrl" SET STATISTICS 0;
ALTER TABLE public.timeline_revision ALTER COLUMN body SET STATISTICS 0, ALTER COLUMN data SET STATISTICS 0, ALTER COLUMN "sourceUrl" SET STATISTICS 0;
ALTER TABLE public.call ALTER COLUMN message SET STATISTICS 0;
ALTER TABLE public.attachment ALTER COLUMN name SET STATISTICS 0;

-- Documents ---------------------------------------------------------------------------------------------------------
-- A document holds the words of all rows, the words of the title once more behind "^", pairs behind "+", and behind "#" what one filters by
-- and which 4 096 numbers it is one of, so that a question can be put to the newest alone.

CREATE FUNCTION search.facts(d search.incident) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['#s' || d.status, '#r' || d.severity_rank, '#m' || d.mode, '#e' || d.environment, '#n' || (d.number >> 12)]
    || ARRAY(SELECT '#v' || id FROM unnest(d.service_ids) AS id) || ARRAY(SELECT '#t' || id FROM unnest(d.team_ids) AS id)
$$;

CREATE FUNCTION search.lexemes(kind text, tsv tsvector, text text, paired boolean) RETURNS SETOF text LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 50 AS $$
  SELECT unnest(tsvector_to_array(tsv))
  UNION ALL SELECT '^' || unnest(tsvector_to_array(tsv)) WHERE kind = 'title'
  UNION ALL SELECT search.pairs(text) WHERE paired
$$;

-- Made from all rows. A giant one goes without pairs, which a bare "+" says, and is cut where a tsvector ends.
CREATE FUNCTION search.document(d search.incident) RETURNS tsvector LANGUAGE plpgsql STABLE AS $$
DECLARE
  paired boolean := (SELECT count(*) <= 1000 AND coalesce(sum(length(r.text)), 0) <= 200000 FROM search.row r WHERE r.incident_id = d.id);
  words text[] := ARRAY(
    SELECT DISTINCT l FROM search.row r CROSS JOIN LATERAL search.lexemes(r.kind, r.tsv, r.text, paired) AS l WHERE r.incident_id = d.id);
BEGIN
  IF NOT paired THEN words := words || '+'::text; END IF;
  IF cardinality(words) > 20000 THEN
    words := ARRAY(SELECT w FROM (SELECT w, sum(octet_length(w) + 2) OVER (ORDER BY octet_length(w), w) AS total FROM unnest(words) AS w) AS x WHERE total <= 900000);
  END IF;
  RETURN array_to_tsvector(words || search.facts(d));
END
$$;

-- Brings one document up to date. The caller holds the incident's lock, so that no row can come in between.
CREATE FUNCTION search.fold(of_incident uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  stale search.stale;
  d search.incident;
  more text[];
BEGIN
  DELETE FROM search.stale WHERE incident_id = of_incident RETURNING * INTO stale;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT * INTO d FROM search.incident WHERE id = of_incident;
  IF stale.whole OR d.tsv = '' OR (length(d.tsv) > 30000 AND NOT d.tsv @@ '''+''') OR length(d.tsv) > 90000 THEN
    UPDATE search.incident SET tsv = search.document(d) WHERE id = of_incident;
  ELSE
    more := ARRAY(
      SELECT DISTINCT l FROM search.row r CROSS JOIN LATERAL search.lexemes(r.kind, r.tsv, r.text, NOT d.tsv @@ '''+''') AS l
      WHERE r.incident_id = of_incident AND r.source_id = ANY (stale.fresh));
    UPDATE search.incident
    SET tsv = ts_delete(d.tsv, ARRAY(SELECT l FROM unnest(tsvector_to_array(d.tsv)) AS l WHERE l LIKE '#%')) || array_to_tsvector(more || search.facts(d))
    WHERE id = of_incident;
  END IF;
  RETURN true;
END
$$;

-- Whether a stale incident holds all of some terms: its document and what is fresh beside it or, where something in it is gone, its rows alone.
CREATE FUNCTION search.holds(s search.stale, document tsvector, in_document tsquery[], in_row tsquery[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  FOR n IN 1 .. cardinality(in_row) LOOP
    CONTINUE WHEN NOT s.whole AND ts_match_vq(document, in_document[n]);
    CONTINUE WHEN EXISTS (
      SELECT 1 FROM search.row r WHERE r.incident_id = s.incident_id AND (s.whole OR r.source_id = ANY (s.fresh)) AND ts_match_vq(r.tsv, in_row[n]));
    RETURN false;
  END LOOP;
  RETURN true;
END
$$;

-- Triggers ----------------------------------------------------------------------------------------------------------
-- Whoever loads a long history says `set candor.loading = 'on'` in its session and writes the rows of this schema itself.

CREATE FUNCTION search.listens() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('candor.loading', true), '') <> 'on' $$;

CREATE FUNCTION search.row_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search.stale (incident_id, fresh) SELECT incident_id, array_agg(source_id) FROM added GROUP BY incident_id
  ON CONFLICT (incident_id) DO UPDATE SET fresh = stale.fresh || excluded.fresh;
  RETURN NULL;
END
$$;
CREATE TRIGGER row_added AFTER INSERT ON search.row REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.row_added();

CREATE FUNCTION search.row_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search.stale (incident_id, whole)
  SELECT DISTINCT r.incident_id, true FROM changed r WHERE EXISTS (SELECT 1 FROM public.incident i WHERE i.id = r.incident_id)
  ON CONFLICT (incident_id) DO UPDATE SET whole = true;
  RETURN NULL;
END
$$;
CREATE TRIGGER row_changed AFTER UPDATE ON search.row REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.row_changed();
CREATE TRIGGER row_dropped AFTER DELETE ON search.row REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.row_changed();

CREATE FUNCTION search.incident_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search.incident (id, number, declared_at, visibility, status, severity_rank, mode, environment)
  VALUES (NEW.id, NEW.number, NEW."declaredAt", NEW.visibility, NEW.status, NEW."severityRank", NEW.mode, NEW.environment)
  ON CONFLICT (id) DO UPDATE SET number = excluded.number, declared_at = excluded.declared_at, visibility = excluded.visibility,
    status = excluded.status, severity_rank = excluded.severity_rank, mode = excluded.mode, environment = excluded.environment;
  INSERT INTO search.stale (incident_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER search_added AFTER INSERT ON public.incident FOR EACH ROW
  WHEN (search.listens()) EXECUTE FUNCTION search.incident_written();
CREATE TRIGGER search_changed AFTER UPDATE OF number, "declaredAt", visibility, status, "severityRank", mode, environment ON public.incident FOR EACH ROW
  WHEN ((OLD.number, OLD."declaredAt", OLD.visibility, OLD.status, OLD."severityRank", OLD.mode, OLD.environment)
    IS DISTINCT FROM (NEW.number, NEW."declaredAt", NEW.visibility, NEW.status, NEW."severityRank", NEW.mode, NEW.environment))
  EXECUTE FUNCTION search.incident_written();

CREATE FUNCTION search.services_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search.incident d SET service_ids = ARRAY(SELECT "serviceId" FROM public.incident_service s WHERE s."incidentId" = d.id ORDER BY 1)
  WHERE d.id IN (SELECT "incidentId" FROM written);
  INSERT INTO search.stale (incident_id) SELECT DISTINCT "incidentId" FROM written w WHERE EXISTS (SELECT 1 FROM public.incident i WHERE i.id = w."incidentId") ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER search_added AFTER INSERT ON public.incident_service REFERENCING NEW TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.services_written();
CREATE TRIGGER search_dropped AFTER DELETE ON public.incident_service REFERENCING OLD TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.services_written();

CREATE FUNCTION search.teams_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search.incident d SET team_ids = ARRAY(SELECT "teamId" FROM public.incident_team t WHERE t."incidentId" = d.id ORDER BY 1)
  WHERE d.id IN (SELECT "incidentId" FROM written);
  INSERT INTO search.stale (incident_id) SELECT DISTINCT "incidentId" FROM written w WHERE EXISTS (SELECT 1 FROM public.incident i WHERE i.id = w."incidentId") ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER search_added AFTER INSERT ON public.incident_team REFERENCING NEW TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.teams_written();
CREATE TRIGGER search_dropped AFTER DELETE ON public.incident_team REFERENCING OLD TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.teams_written();

CREATE FUNCTION search.named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search.name WHERE kind = TG_TABLE_NAME AND id = OLD.id;
  ELSE
    INSERT INTO search.name (kind, id, name) VALUES (TG_TABLE_NAME, NEW.id, NEW.name) ON CONFLICT (kind, id) DO UPDATE SET name = excluded.name;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER search_named AFTER INSERT OR DELETE OR UPDATE OF name ON public.service FOR EACH ROW EXECUTE FUNCTION search.named();
CREATE TRIGGER search_named AFTER INSERT OR DELETE OR UPDATE OF name ON public.team FOR EACH ROW EXECUTE FUNCTION search.named();
CREATE TRIGGER search_named AFTER INSERT OR DELETE OR UPDATE OF name ON public.person FOR EACH ROW EXECUTE FUNCTION search.named();

-- What stood before ---------------------------------------------------------------------------------------------------

INSERT INTO search.incident (id, number, declared_at, visibility, status, severity_rank, mode, environment, service_ids, team_ids)
SELECT id, number, "declaredAt", visibility, status, "severityRank", mode, environment,
  ARRAY(SELECT "serviceId" FROM public.incident_service s WHERE s."incidentId" = i.id ORDER BY 1),
  ARRAY(SELECT "teamId" FROM public.incident_team t WHERE t."incidentId" = i.id ORDER BY 1)
FROM public.incident i;
INSERT INTO search.stale (incident_id, whole) SELECT id, true FROM search.incident;
INSERT INTO search.name (kind, id, name) SELECT 'service', id, name FROM public.service UNION ALL SELECT 'team', id, name FROM public.team UNION ALL SELECT 'person', id, name FROM public.person;
