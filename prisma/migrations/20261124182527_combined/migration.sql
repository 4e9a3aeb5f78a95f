-- AlterTable
ALTER TABLE "inbox_item" ADD COLUMN     "actionItemId" UUID;

-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "onePersonShould" BOOLEAN;

-- CreateTable
CREATE TABLE "action_item" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "incidentId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "type" TEXT,
    "priority" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL DEFAULT '',
    "ownerId" UUID,
    "teamId" UUID,
    "dueOn" DATE,
    "finishTest" TEXT NOT NULL DEFAULT '',
    "trackerUrl" TEXT,
    "evidenceUrl" TEXT,
    "factorId" UUID,
    "net" TEXT,
    "entryId" UUID,
    "snoozedUntil" TIMESTAMPTZ(3),
    "snoozeWhy" TEXT NOT NULL DEFAULT '',
    "remindedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "action_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_item_held" (
    "actionItemId" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "answer" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "action_item_held_pkey" PRIMARY KEY ("actionItemId","incidentId")
);

-- CreateTable
CREATE TABLE "change" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "serviceId" UUID,
    "environment" TEXT NOT NULL DEFAULT 'production',
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT,
    "before" TEXT,
    "after" TEXT,
    "url" TEXT,
    "nothingChanged" BOOLEAN NOT NULL DEFAULT false,
    "diffFiles" INTEGER,
    "diffAdded" INTEGER,
    "diffRemoved" INTEGER,
    "diffBytes" INTEGER,
    "incidentId" UUID,
    "recordedInId" UUID,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_diff" (
    "changeId" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "change_diff_pkey" PRIMARY KEY ("changeId")
);

-- CreateTable
CREATE TABLE "incident_change" (
    "incidentId" UUID NOT NULL,
    "changeId" UUID NOT NULL,
    "verdict" TEXT,
    "why" TEXT NOT NULL DEFAULT '',
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "judgedById" UUID,
    "judgedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "incident_change_pkey" PRIMARY KEY ("incidentId","changeId")
);

-- CreateTable
CREATE TABLE "factor_tag" (
    "id" UUID NOT NULL,
    "group" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "shipped" BOOLEAN NOT NULL DEFAULT false,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "factor_tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "factor" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "group" TEXT NOT NULL,
    "tagId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "order" INTEGER NOT NULL DEFAULT 0,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "factor_pair" (
    "incidentId" UUID NOT NULL,
    "oneId" UUID NOT NULL,
    "otherId" UUID NOT NULL,

    CONSTRAINT "factor_pair_pkey" PRIMARY KEY ("oneId","otherId")
);

-- CreateTable
CREATE TABLE "safety_net" (
    "incidentId" UUID NOT NULL,
    "net" TEXT NOT NULL,
    "wouldHaveCaught" TEXT,
    "existed" BOOLEAN,
    "ran" BOOLEAN,
    "gated" BOOLEAN,
    "brokeThereFirst" BOOLEAN,
    "note" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "safety_net_pkey" PRIMARY KEY ("incidentId","net")
);

-- CreateIndex
CREATE UNIQUE INDEX "action_item_number_key" ON "action_item"("number");

-- CreateIndex
CREATE INDEX "action_item_incidentId_status_idx" ON "action_item"("incidentId", "status");

-- CreateIndex
CREATE INDEX "action_item_ownerId_number_idx" ON "action_item"("ownerId", "number");

-- CreateIndex
CREATE INDEX "action_item_teamId_number_idx" ON "action_item"("teamId", "number");

-- CreateIndex
CREATE INDEX "inbox_item_actionItemId_idx" ON "inbox_item"("actionItemId");

-- CreateIndex
CREATE INDEX "action_item_factorId_idx" ON "action_item"("factorId");

-- CreateIndex
CREATE INDEX "action_item_held_incidentId_idx" ON "action_item_held"("incidentId");

-- CreateIndex
CREATE INDEX "change_occurredAt_id_idx" ON "change"("occurredAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "change_serviceId_occurredAt_id_idx" ON "change"("serviceId", "occurredAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "change_kind_occurredAt_id_idx" ON "change"("kind", "occurredAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "change_incidentId_idx" ON "change"("incidentId");

-- CreateIndex
CREATE INDEX "change_recordedInId_idx" ON "change"("recordedInId");

-- CreateIndex
CREATE INDEX "incident_change_changeId_idx" ON "incident_change"("changeId");

-- CreateIndex
CREATE INDEX "factor_incidentId_order_idx" ON "factor"("incidentId", "order");

-- CreateIndex
CREATE INDEX "factor_tagId_incidentId_idx" ON "factor"("tagId", "incidentId");

-- CreateIndex
CREATE INDEX "factor_pair_otherId_idx" ON "factor_pair"("otherId");

-- CreateIndex
CREATE INDEX "factor_pair_incidentId_idx" ON "factor_pair"("incidentId");

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item_held" ADD CONSTRAINT "action_item_held_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item_held" ADD CONSTRAINT "action_item_held_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_diff" ADD CONSTRAINT "change_diff_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "change"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_change" ADD CONSTRAINT "incident_change_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor" ADD CONSTRAINT "factor_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_pair" ADD CONSTRAINT "factor_pair_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_net" ADD CONSTRAINT "safety_net_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a schema cannot say: the words that a column may hold. The lists are those of lib/*/words.ts; a test holds them equal.
ALTER TABLE "change" ADD CONSTRAINT "change_kind_check" CHECK ("kind" IN ('deploy', 'dependency', 'migration', 'infrastructure', 'traffic', 'external', 'config', 'flag', 'access'));
ALTER TABLE "change" ADD CONSTRAINT "change_environment_check" CHECK ("environment" IN ('production', 'staging', 'development', 'other'));
ALTER TABLE "incident_change" ADD CONSTRAINT "incident_change_verdict_check" CHECK ("verdict" IN ('suspect', 'contributed', 'fixed', 'dismissed'));
ALTER TABLE "factor_tag" ADD CONSTRAINT "factor_tag_group_check" CHECK ("group" IN ('code', 'infrastructure', 'environment', 'unusual_behaviour', 'safety_net', 'organisation'));
ALTER TABLE "factor" ADD CONSTRAINT "factor_group_check" CHECK ("group" IN ('code', 'infrastructure', 'environment', 'unusual_behaviour', 'safety_net', 'organisation'));
ALTER TABLE "factor" ADD CONSTRAINT "factor_role_check" CHECK ("role" IN ('triggered', 'enabled', 'worsened', 'delayed_detection', 'delayed_recovery', 'softened'));
ALTER TABLE "safety_net" ADD CONSTRAINT "safety_net_net_check" CHECK ("net" IN ('lint', 'unit', 'integration', 'functional', 'regression', 'performance', 'usability', 'review', 'staging', 'flag', 'alert'));
ALTER TABLE "safety_net" ADD CONSTRAINT "safety_net_wouldHaveCaught_check" CHECK ("wouldHaveCaught" IN ('yes', 'no', 'unsure'));
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_type_check" CHECK ("type" IN ('prevent', 'detect', 'mitigate', 'repair', 'process', 'investigate'));
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_priority_check" CHECK ("priority" IN ('P0', 'P1', 'P2', 'P3'));
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_status_check" CHECK ("status" IN ('open', 'in_progress', 'done', 'wont_do'));
ALTER TABLE "action_item_held" ADD CONSTRAINT "action_item_held_answer_check" CHECK ("answer" IN ('fired', 'held', 'bypassed', 'not_tested'));
ALTER TABLE "factor_pair" ADD CONSTRAINT "factor_pair_order_check" CHECK ("oneId" < "otherId");

-- Ids that stand without a relation in the schema; the database checks them all the same.
ALTER TABLE "change" ADD CONSTRAINT "change_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "service"("id");
ALTER TABLE "change" ADD CONSTRAINT "change_recordedInId_fkey" FOREIGN KEY ("recordedInId") REFERENCES "incident"("id") ON DELETE SET NULL;
ALTER TABLE "change" ADD CONSTRAINT "change_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "person"("id");
ALTER TABLE "incident_change" ADD CONSTRAINT "incident_change_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "change"("id") ON DELETE CASCADE;
ALTER TABLE "factor" ADD CONSTRAINT "factor_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "factor_tag"("id");
ALTER TABLE "factor_pair" ADD CONSTRAINT "factor_pair_oneId_fkey" FOREIGN KEY ("oneId") REFERENCES "factor"("id") ON DELETE CASCADE;
ALTER TABLE "factor_pair" ADD CONSTRAINT "factor_pair_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "factor"("id") ON DELETE CASCADE;
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "person"("id");
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE SET NULL;
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_factorId_fkey" FOREIGN KEY ("factorId") REFERENCES "factor"("id") ON DELETE SET NULL;
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "timeline_entry"("id") ON DELETE SET NULL;
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "action_item"("id") ON DELETE CASCADE;

-- A tag's label is one, whatever its case.
CREATE UNIQUE INDEX "factor_tag_label_key" ON "factor_tag" (lower("label"));
INSERT INTO "factor_tag" ("id", "group", "label", "shipped") VALUES
  (gen_random_uuid(), 'code', 'logic bug', true),
  (gen_random_uuid(), 'code', 'unhandled edge case', true),
  (gen_random_uuid(), 'code', 'regression', true),
  (gen_random_uuid(), 'code', 'race', true),
  (gen_random_uuid(), 'code', 'resource leak', true),
  (gen_random_uuid(), 'code', 'slow query', true),
  (gen_random_uuid(), 'code', 'contract change', true),
  (gen_random_uuid(), 'code', 'dependency upgrade', true),
  (gen_random_uuid(), 'code', 'data or schema migration', true),
  (gen_random_uuid(), 'code', 'missing timeout or retry limit', true),
  (gen_random_uuid(), 'code', 'time or encoding', true),
  (gen_random_uuid(), 'infrastructure', 'capacity or limit reached', true),
  (gen_random_uuid(), 'infrastructure', 'hardware or node loss', true),
  (gen_random_uuid(), 'infrastructure', 'network or DNS', true),
  (gen_random_uuid(), 'infrastructure', 'certificate expiry', true),
  (gen_random_uuid(), 'infrastructure', 'data store', true),
  (gen_random_uuid(), 'infrastructure', 'queue or cache', true),
  (gen_random_uuid(), 'infrastructure', 'cloud provider', true),
  (gen_random_uuid(), 'infrastructure', 'autoscaling', true),
  (gen_random_uuid(), 'infrastructure', 'single point of failure', true),
  (gen_random_uuid(), 'infrastructure', 'backup or restore', true),
  (gen_random_uuid(), 'environment', 'configuration drift', true),
  (gen_random_uuid(), 'environment', 'secret or variable missing', true),
  (gen_random_uuid(), 'environment', 'staging differs from production', true),
  (gen_random_uuid(), 'environment', 'flag state', true),
  (gen_random_uuid(), 'environment', 'permissions', true),
  (gen_random_uuid(), 'environment', 'clock or region', true),
  (gen_random_uuid(), 'environment', 'build or deploy pipeline', true),
  (gen_random_uuid(), 'unusual_behaviour', 'traffic spike', true),
  (gen_random_uuid(), 'unusual_behaviour', 'new usage pattern', true),
  (gen_random_uuid(), 'unusual_behaviour', 'bot or abuse', true),
  (gen_random_uuid(), 'unusual_behaviour', 'bad input data', true),
  (gen_random_uuid(), 'unusual_behaviour', 'batch overlap', true),
  (gen_random_uuid(), 'unusual_behaviour', 'cascading retries', true),
  (gen_random_uuid(), 'safety_net', 'no alert or late', true),
  (gen_random_uuid(), 'safety_net', 'alert noise', true),
  (gen_random_uuid(), 'safety_net', 'misleading dashboard', true),
  (gen_random_uuid(), 'safety_net', 'no off-switch', true),
  (gen_random_uuid(), 'safety_net', 'test gap', true),
  (gen_random_uuid(), 'safety_net', 'review gap', true),
  (gen_random_uuid(), 'safety_net', 'runbook missing or outdated', true),
  (gen_random_uuid(), 'organisation', 'access wider than needed', true),
  (gen_random_uuid(), 'organisation', 'ownership unclear', true),
  (gen_random_uuid(), 'organisation', 'knowledge in one person', true),
  (gen_random_uuid(), 'organisation', 'handover', true),
  (gen_random_uuid(), 'organisation', 'competing goals', true),
  (gen_random_uuid(), 'organisation', 'known hazard', true);

-- Statistics keep samples of what columns hold: of what people typed none may outlive a redaction.
ALTER TABLE "change" ALTER COLUMN "summary" SET STATISTICS 0, ALTER COLUMN "actor" SET STATISTICS 0, ALTER COLUMN "before" SET STATISTICS 0, ALTER COLUMN "after" SET STATISTICS 0, ALTER COLUMN "url" SET STATISTICS 0;
ALTER TABLE "change_diff" ALTER COLUMN "text" SET STATISTICS 0;
ALTER TABLE "incident_change" ALTER COLUMN "why" SET STATISTICS 0;
ALTER TABLE "factor" ALTER COLUMN "why" SET STATISTICS 0, ALTER COLUMN "evidence" SET STATISTICS 0;
ALTER TABLE "safety_net" ALTER COLUMN "note" SET STATISTICS 0;
ALTER TABLE "action_item" ALTER COLUMN "title" SET STATISTICS 0, ALTER COLUMN "description" SET STATISTICS 0, ALTER COLUMN "reason" SET STATISTICS 0, ALTER COLUMN "finishTest" SET STATISTICS 0, ALTER COLUMN "snoozeWhy" SET STATISTICS 0;
ALTER TABLE "action_item_held" ALTER COLUMN "note" SET STATISTICS 0;

-- Finding incidents by what combined in them ------------------------------------------------------------------------
-- Beside an incident's document: the groups, tags and roles of its factors, and what it has (a diff, open action items).

ALTER TABLE search.incident
  ADD COLUMN groups text[] NOT NULL DEFAULT '{}',
  ADD COLUMN tag_ids uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN factor_roles text[] NOT NULL DEFAULT '{}',
  ADD COLUMN has text[] NOT NULL DEFAULT '{}';
ALTER TABLE search.incident
  ALTER COLUMN groups SET STORAGE PLAIN,
  ALTER COLUMN tag_ids SET STORAGE PLAIN,
  ALTER COLUMN factor_roles SET STORAGE PLAIN,
  ALTER COLUMN has SET STORAGE PLAIN;

CREATE OR REPLACE FUNCTION search.facts(d search.incident) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['#s' || d.status, '#r' || d.severity_rank, '#m' || d.mode, '#e' || d.environment, '#n' || (d.number >> 12)]
    || ARRAY(SELECT '#v' || id FROM unnest(d.service_ids) AS id) || ARRAY(SELECT '#t' || id FROM unnest(d.team_ids) AS id)
    || ARRAY(SELECT '#g' || name FROM unnest(d.groups) AS name) || ARRAY(SELECT '#f' || id FROM unnest(d.tag_ids) AS id)
    || ARRAY(SELECT '#o' || name FROM unnest(d.factor_roles) AS name) || ARRAY(SELECT '#h' || name FROM unnest(d.has) AS name)
$$;

CREATE FUNCTION search.mark(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH m AS (
    SELECT i.id,
      ARRAY(SELECT DISTINCT f."group" FROM public.factor f WHERE f."incidentId" = i.id ORDER BY 1) AS groups,
      ARRAY(SELECT DISTINCT f."tagId" FROM public.factor f WHERE f."incidentId" = i.id ORDER BY 1) AS tag_ids,
      ARRAY(SELECT DISTINCT f.role FROM public.factor f WHERE f."incidentId" = i.id ORDER BY 1) AS factor_roles,
      array_remove(ARRAY[
        CASE WHEN EXISTS (SELECT 1 FROM public.incident_change x JOIN public.change_diff c ON c."changeId" = x."changeId" WHERE x."incidentId" = i.id) THEN 'diff' END,
        CASE WHEN EXISTS (SELECT 1 FROM public.action_item a WHERE a."incidentId" = i.id AND a.status IN ('open', 'in_progress')) THEN 'open_actions' END], NULL) AS has
    FROM public.incident i WHERE i.id = ANY (ids)
  ), written AS (
    UPDATE search.incident d SET groups = m.groups, tag_ids = m.tag_ids, factor_roles = m.factor_roles, has = m.has FROM m
    WHERE d.id = m.id AND (d.groups, d.tag_ids, d.factor_roles, d.has) IS DISTINCT FROM (m.groups, m.tag_ids, m.factor_roles, m.has)
    RETURNING d.id
  )
  INSERT INTO search.stale (incident_id) SELECT id FROM written ORDER BY id ON CONFLICT DO NOTHING;
END
$$;

CREATE FUNCTION search.owned_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search.mark(ARRAY(SELECT DISTINCT "incidentId" FROM written));
  RETURN NULL;
END
$$;
CREATE FUNCTION search.diff_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search.mark(ARRAY(SELECT DISTINCT x."incidentId" FROM written w JOIN public.incident_change x ON x."changeId" = w."changeId"));
  RETURN NULL;
END
$$;

CREATE TRIGGER search_marks_insert AFTER INSERT ON public.factor REFERENCING NEW TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.owned_written();
CREATE TRIGGER search_marks_update AFTER UPDATE ON public.factor REFERENCING NEW TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.owned_written();
CREATE TRIGGER search_marks_delete AFTER DELETE ON public.factor REFERENCING OLD TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.owned_written();
CREATE TRIGGER search_marks_insert AFTER INSERT ON public.action_item REFERENCING NEW TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.owned_written();
CREATE TRIGGER search_marks_update AFTER UPDATE ON public.action_item REFERENCING NEW TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.owned_written();
CREATE TRIGGER search_marks_delete AFTER DELETE ON public.action_item REFERENCING OLD TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.owned_written();
CREATE TRIGGER search_marks_insert AFTER INSERT ON public.incident_change REFERENCING NEW TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.owned_written();
CREATE TRIGGER search_marks_delete AFTER DELETE ON public.incident_change REFERENCING OLD TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.owned_written();
CREATE TRIGGER search_marks_insert AFTER INSERT ON public.change_diff REFERENCING NEW TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.diff_written();
CREATE TRIGGER search_marks_delete AFTER DELETE ON public.change_diff REFERENCING OLD TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.diff_written();

-- Lists of action items are walked, never gathered: the open ones by their due date, all by their number.
CREATE INDEX action_item_open_due_idx ON action_item ((coalesce("dueOn", DATE '9999-12-31')), number) WHERE status IN ('open', 'in_progress');
CREATE INDEX action_item_open_owner_idx ON action_item ("ownerId", (coalesce("dueOn", DATE '9999-12-31')), number) WHERE status IN ('open', 'in_progress');
CREATE INDEX action_item_open_team_idx ON action_item ("teamId", (coalesce("dueOn", DATE '9999-12-31')), number) WHERE status IN ('open', 'in_progress');

-- The words of a title, as people type their beginnings into the list.
CREATE FUNCTION search.title_words(title text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_to_tsvector(array_remove(string_to_array(search.plain(title), ' '), ''))
$$;
CREATE INDEX action_item_title_idx ON action_item USING gin (search.title_words(title));
ALTER INDEX action_item_title_idx ALTER COLUMN 1 SET STATISTICS 0;
