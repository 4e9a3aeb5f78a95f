-- CreateTable
CREATE TABLE "postmortem" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "reason" TEXT NOT NULL DEFAULT '',
    "publishedVersion" INTEGER,
    "publishedAt" TIMESTAMPTZ(3),
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "postmortem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_update" (
    "documentId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "update" BYTEA NOT NULL,
    "personId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_update_pkey" PRIMARY KEY ("documentId","seq")
);

-- CreateTable
CREATE TABLE "document_snapshot" (
    "documentId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "state" BYTEA NOT NULL,
    "json" JSONB NOT NULL,
    "markdown" TEXT NOT NULL,
    "words" INTEGER NOT NULL,
    "schema" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_snapshot_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable
CREATE TABLE "postmortem_author" (
    "postmortemId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "postmortem_author_pkey" PRIMARY KEY ("postmortemId","personId")
);

-- CreateTable
CREATE TABLE "postmortem_version" (
    "postmortemId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "json" JSONB NOT NULL,
    "blocks" JSONB NOT NULL,
    "markdown" TEXT NOT NULL,
    "words" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "authorIds" UUID[],
    "reviews" JSONB NOT NULL DEFAULT '[]',
    "note" TEXT NOT NULL DEFAULT '',
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "postmortem_version_pkey" PRIMARY KEY ("postmortemId","n")
);

-- CreateTable
CREATE TABLE "postmortem_review" (
    "postmortemId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "note" TEXT NOT NULL DEFAULT '',
    "teamId" UUID,
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "postmortem_review_pkey" PRIMARY KEY ("postmortemId","personId")
);

-- CreateTable
CREATE TABLE "postmortem_section" (
    "id" UUID NOT NULL,
    "postmortemId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "anchor" TEXT NOT NULL,
    "heading" TEXT NOT NULL,

    CONSTRAINT "postmortem_section_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "postmortem_incidentId_key" ON "postmortem"("incidentId");

-- CreateIndex
CREATE INDEX "postmortem_publishedAt_id_idx" ON "postmortem"("publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "postmortem_status_idx" ON "postmortem"("status");

-- CreateIndex
CREATE INDEX "postmortem_review_personId_state_idx" ON "postmortem_review"("personId", "state");

-- CreateIndex
CREATE INDEX "postmortem_section_postmortemId_place_idx" ON "postmortem_section"("postmortemId", "place");

-- AddForeignKey
ALTER TABLE "postmortem" ADD CONSTRAINT "postmortem_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_id_fkey" FOREIGN KEY ("id") REFERENCES "postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_update" ADD CONSTRAINT "document_update_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_snapshot" ADD CONSTRAINT "document_snapshot_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postmortem_author" ADD CONSTRAINT "postmortem_author_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postmortem_version" ADD CONSTRAINT "postmortem_version_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postmortem_review" ADD CONSTRAINT "postmortem_review_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postmortem_section" ADD CONSTRAINT "postmortem_section_postmortemId_fkey" FOREIGN KEY ("postmortemId") REFERENCES "postmortem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a schema cannot say: the words that a column may hold. The lists are those of lib/postmortems/words.ts; a test holds them equal.
ALTER TABLE "postmortem" ADD CONSTRAINT "postmortem_status_check" CHECK ("status" IN ('draft', 'in_review', 'changes_requested', 'approved', 'published', 'not_required'));
ALTER TABLE "postmortem_review" ADD CONSTRAINT "postmortem_review_state_check" CHECK ("state" IN ('requested', 'approved', 'changes_requested', 'withdrawn'));

-- Ids that stand without a relation in the schema; the database checks them all the same.
ALTER TABLE "postmortem" ADD CONSTRAINT "postmortem_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "person"("id");
ALTER TABLE "document_update" ADD CONSTRAINT "document_update_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id");
ALTER TABLE "postmortem_author" ADD CONSTRAINT "postmortem_author_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id");
ALTER TABLE "postmortem_version" ADD CONSTRAINT "postmortem_version_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "person"("id");
ALTER TABLE "postmortem_review" ADD CONSTRAINT "postmortem_review_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id");
ALTER TABLE "postmortem_review" ADD CONSTRAINT "postmortem_review_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "person"("id");
ALTER TABLE "postmortem_review" ADD CONSTRAINT "postmortem_review_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE SET NULL;

-- Statistics keep samples of what columns hold: of what people typed none may outlive a redaction.
ALTER TABLE "postmortem" ALTER COLUMN "reason" SET STATISTICS 0;
ALTER TABLE "document_update" ALTER COLUMN "update" SET STATISTICS 0;
ALTER TABLE "document_snapshot" ALTER COLUMN "state" SET STATISTICS 0, ALTER COLUMN "json" SET STATISTICS 0, ALTER COLUMN "markdown" SET STATISTICS 0;
ALTER TABLE "postmortem_version" ALTER COLUMN "title" SET STATISTICS 0, ALTER COLUMN "json" SET STATISTICS 0, ALTER COLUMN "blocks" SET STATISTICS 0,
  ALTER COLUMN "markdown" SET STATISTICS 0, ALTER COLUMN "note" SET STATISTICS 0, ALTER COLUMN "reviews" SET STATISTICS 0;
ALTER TABLE "postmortem_review" ALTER COLUMN "note" SET STATISTICS 0;
ALTER TABLE "postmortem_section" ALTER COLUMN "heading" SET STATISTICS 0, ALTER COLUMN "anchor" SET STATISTICS 0;

-- Already small: each is compressed by itself, and read whole.
ALTER TABLE "document_update" ALTER COLUMN "update" SET STORAGE MAIN;

-- `has=postmortem`: one is published.
CREATE OR REPLACE FUNCTION search.mark(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH m AS (
    SELECT i.id,
      ARRAY(SELECT DISTINCT f."group" FROM public.factor f WHERE f."incidentId" = i.id ORDER BY 1) AS groups,
      ARRAY(SELECT DISTINCT f."tagId" FROM public.factor f WHERE f."incidentId" = i.id ORDER BY 1) AS tag_ids,
      ARRAY(SELECT DISTINCT f.role FROM public.factor f WHERE f."incidentId" = i.id ORDER BY 1) AS factor_roles,
      array_remove(ARRAY[
        CASE WHEN EXISTS (SELECT 1 FROM public.incident_change x JOIN public.change_diff c ON c."changeId" = x."changeId" WHERE x."incidentId" = i.id) THEN 'diff' END,
        CASE WHEN EXISTS (SELECT 1 FROM public.action_item a WHERE a."incidentId" = i.id AND a.status IN ('open', 'in_progress')) THEN 'open_actions' END,
        CASE WHEN EXISTS (SELECT 1 FROM public.postmortem p WHERE p."incidentId" = i.id AND p."publishedVersion" IS NOT NULL) THEN 'postmortem' END], NULL) AS has
    FROM public.incident i WHERE i.id = ANY (ids)
  ), written AS (
    UPDATE search.incident d SET groups = m.groups, tag_ids = m.tag_ids, factor_roles = m.factor_roles, has = m.has FROM m
    WHERE d.id = m.id AND (d.groups, d.tag_ids, d.factor_roles, d.has) IS DISTINCT FROM (m.groups, m.tag_ids, m.factor_roles, m.has)
    RETURNING d.id
  )
  INSERT INTO search.stale (incident_id) SELECT id FROM written ORDER BY id ON CONFLICT DO NOTHING;
END
$$;
CREATE TRIGGER search_marks_insert AFTER INSERT ON public.postmortem REFERENCING NEW TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.owned_written();
CREATE TRIGGER search_marks_update AFTER UPDATE ON public.postmortem REFERENCING NEW TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.owned_written();
CREATE TRIGGER search_marks_delete AFTER DELETE ON public.postmortem REFERENCING OLD TABLE AS written FOR EACH STATEMENT
  WHEN (search.listens()) EXECUTE FUNCTION search.owned_written();
