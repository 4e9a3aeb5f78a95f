-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "call" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "calledById" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_person" (
    "callId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "teamId" UUID,
    "channel" TEXT NOT NULL DEFAULT 'inbox',
    "toldAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "call_person_pkey" PRIMARY KEY ("callId","personId")
);

-- CreateTable
CREATE TABLE "inbox_item" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "incidentId" UUID NOT NULL,
    "entryId" UUID,
    "callId" UUID,
    "fromId" UUID,
    "role" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "incidentId" UUID,
    "seq" INTEGER,
    "actorId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "personId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "made" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("personId","key")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "mode" TEXT NOT NULL DEFAULT 'incident',
    "environment" TEXT NOT NULL DEFAULT 'production',
    "visibility" TEXT NOT NULL DEFAULT 'organisation',
    "detection" TEXT,
    "externalId" TEXT,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "declaredById" UUID NOT NULL,
    "mergedIntoId" UUID,
    "onePersonCould" BOOLEAN,
    "accessNote" TEXT NOT NULL DEFAULT '',
    "givenStatus" TEXT NOT NULL DEFAULT 'triage',
    "givenSeverity" TEXT,
    "givenStartedAt" TIMESTAMPTZ(3),
    "givenDetectedAt" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'triage',
    "severity" TEXT,
    "severityRank" SMALLINT NOT NULL DEFAULT 5,
    "startedAt" TIMESTAMPTZ(3),
    "detectedAt" TIMESTAMPTZ(3),
    "acknowledgedAt" TIMESTAMPTZ(3),
    "identifiedAt" TIMESTAMPTZ(3),
    "mitigatedAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "known" TEXT,
    "impact" TEXT,
    "trying" TEXT[],
    "nextUpdateAt" TIMESTAMPTZ(3),
    "seq" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_service" (
    "incidentId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incident_service_pkey" PRIMARY KEY ("incidentId","serviceId")
);

-- CreateTable
CREATE TABLE "incident_team" (
    "incidentId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incident_team_pkey" PRIMARY KEY ("incidentId","teamId")
);

-- CreateTable
CREATE TABLE "incident_role" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "incident_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_person" (
    "incidentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "addedById" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incident_person_pkey" PRIMARY KEY ("incidentId","personId")
);

-- CreateTable
CREATE TABLE "incident_seen" (
    "incidentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incident_seen_pkey" PRIMARY KEY ("incidentId","personId")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "role" TEXT NOT NULL DEFAULT 'member',
    "avatarUrl" TEXT,
    "zone" TEXT,
    "shortcuts" BOOLEAN NOT NULL DEFAULT true,
    "disabledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "personId" UUID NOT NULL,
    "userAgent" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "teamIds" UUID[],
    "tokenHash" BYTEA NOT NULL,
    "invitedBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "teamId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'member',

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("teamId","personId")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "tier" INTEGER,
    "teamId" UUID,
    "runbookUrl" TEXT,
    "repositoryUrl" TEXT,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_dependency" (
    "serviceId" UUID NOT NULL,
    "dependsOnId" UUID NOT NULL,

    CONSTRAINT "service_dependency_pkey" PRIMARY KEY ("serviceId","dependsOnId")
);

-- CreateTable
CREATE TABLE "timeline_entry" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "touched" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "data" JSONB NOT NULL DEFAULT '{}',
    "milestone" TEXT,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "precision" TEXT NOT NULL DEFAULT 'exact',
    "authorId" UUID NOT NULL,
    "starred" BOOLEAN NOT NULL DEFAULT false,
    "knownLater" BOOLEAN NOT NULL DEFAULT false,
    "sourceUrl" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "timeline_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timeline_revision" (
    "entryId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "milestone" TEXT,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "knownLater" BOOLEAN NOT NULL,
    "sourceUrl" TEXT,
    "editedById" UUID NOT NULL,
    "editedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "timeline_revision_pkey" PRIMARY KEY ("entryId","version")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "entryId" UUID,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "addedById" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "call_incidentId_idx" ON "call"("incidentId");

-- CreateIndex
CREATE INDEX "call_person_personId_idx" ON "call_person"("personId");

-- CreateIndex
CREATE INDEX "inbox_item_personId_doneAt_at_idx" ON "inbox_item"("personId", "doneAt", "at" DESC);

-- CreateIndex
CREATE INDEX "inbox_item_incidentId_idx" ON "inbox_item"("incidentId");

-- CreateIndex
CREATE INDEX "event_at_id_idx" ON "event"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "event_type_id_idx" ON "event"("type", "id" DESC);

-- CreateIndex
CREATE INDEX "event_actorId_id_idx" ON "event"("actorId", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "event_incidentId_seq_key" ON "event"("incidentId", "seq");

-- CreateIndex
CREATE INDEX "idempotency_key_at_idx" ON "idempotency_key"("at");

-- CreateIndex
CREATE UNIQUE INDEX "incident_number_key" ON "incident"("number");

-- CreateIndex
CREATE INDEX "incident_declaredAt_number_idx" ON "incident"("declaredAt" DESC, "number" DESC);

-- CreateIndex
CREATE INDEX "incident_updatedAt_number_idx" ON "incident"("updatedAt" DESC, "number" DESC);

-- CreateIndex
CREATE INDEX "incident_severityRank_declaredAt_number_idx" ON "incident"("severityRank", "declaredAt" DESC, "number" DESC);

-- CreateIndex
CREATE INDEX "incident_status_declaredAt_number_idx" ON "incident"("status", "declaredAt" DESC, "number" DESC);

-- CreateIndex
CREATE INDEX "incident_mode_declaredAt_number_idx" ON "incident"("mode", "declaredAt" DESC, "number" DESC);

-- CreateIndex
CREATE INDEX "incident_environment_declaredAt_number_idx" ON "incident"("environment", "declaredAt" DESC, "number" DESC);

-- CreateIndex
CREATE INDEX "incident_mergedIntoId_idx" ON "incident"("mergedIntoId");

-- CreateIndex
CREATE UNIQUE INDEX "incident_declaredById_externalId_key" ON "incident"("declaredById", "externalId");

-- CreateIndex
CREATE INDEX "incident_service_serviceId_declaredAt_idx" ON "incident_service"("serviceId", "declaredAt" DESC);

-- CreateIndex
CREATE INDEX "incident_team_teamId_declaredAt_idx" ON "incident_team"("teamId", "declaredAt" DESC);

-- CreateIndex
CREATE INDEX "incident_role_incidentId_endedAt_idx" ON "incident_role"("incidentId", "endedAt");

-- CreateIndex
CREATE INDEX "incident_role_personId_role_since_idx" ON "incident_role"("personId", "role", "since" DESC);

-- CreateIndex
CREATE INDEX "incident_person_personId_idx" ON "incident_person"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_tokenHash_key" ON "session"("tokenHash");

-- CreateIndex
CREATE INDEX "session_personId_idx" ON "session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_tokenHash_key" ON "api_token"("tokenHash");

-- CreateIndex
CREATE INDEX "api_token_personId_idx" ON "api_token"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_tokenHash_key" ON "invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_tokenHash_key" ON "password_reset"("tokenHash");

-- CreateIndex
CREATE INDEX "password_reset_personId_idx" ON "password_reset"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "team_name_key" ON "team"("name");

-- CreateIndex
CREATE INDEX "team_member_personId_idx" ON "team_member"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "service_name_key" ON "service"("name");

-- CreateIndex
CREATE INDEX "service_teamId_idx" ON "service"("teamId");

-- CreateIndex
CREATE INDEX "service_dependency_dependsOnId_idx" ON "service_dependency"("dependsOnId");

-- CreateIndex
CREATE INDEX "timeline_entry_incidentId_occurredAt_seq_idx" ON "timeline_entry"("incidentId", "occurredAt", "seq");

-- CreateIndex
CREATE INDEX "timeline_entry_incidentId_touched_idx" ON "timeline_entry"("incidentId", "touched");

-- CreateIndex
CREATE INDEX "timeline_entry_incidentId_kind_occurredAt_idx" ON "timeline_entry"("incidentId", "kind", "occurredAt");

-- CreateIndex
CREATE INDEX "attachment_incidentId_idx" ON "attachment"("incidentId");

-- CreateIndex
CREATE INDEX "attachment_entryId_idx" ON "attachment"("entryId");

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_person" ADD CONSTRAINT "call_person_callId_fkey" FOREIGN KEY ("callId") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_service" ADD CONSTRAINT "incident_service_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_team" ADD CONSTRAINT "incident_team_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_role" ADD CONSTRAINT "incident_role_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_person" ADD CONSTRAINT "incident_person_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_seen" ADD CONSTRAINT "incident_seen_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_dependency" ADD CONSTRAINT "service_dependency_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_dependency" ADD CONSTRAINT "service_dependency_dependsOnId_fkey" FOREIGN KEY ("dependsOnId") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_entry" ADD CONSTRAINT "timeline_entry_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_revision" ADD CONSTRAINT "timeline_revision_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "timeline_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "timeline_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a schema cannot say: the words that a column may hold. The lists are those of lib/*/words.ts; a test holds them equal.
ALTER TABLE "person" ADD CONSTRAINT "person_role_check" CHECK ("role" IN ('viewer', 'member', 'admin'));
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_role_check" CHECK ("role" IN ('member', 'lead'));
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_scope_check" CHECK ("scope" IN ('read', 'write'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_mode_check" CHECK ("mode" IN ('incident', 'retrospective', 'near_miss', 'drill'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_status_check" CHECK ("status" IN ('triage', 'investigating', 'identified', 'mitigated', 'resolved', 'declined', 'merged', 'canceled'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_severity_check" CHECK ("severity" IN ('SEV1', 'SEV2', 'SEV3', 'SEV4'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_visibility_check" CHECK ("visibility" IN ('organisation', 'private'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_environment_check" CHECK ("environment" IN ('production', 'staging', 'development', 'other'));
ALTER TABLE "incident_role" ADD CONSTRAINT "incident_role_role_check" CHECK ("role" IN ('lead', 'comms', 'scribe', 'facilitator', 'responder', 'observer'));
ALTER TABLE "timeline_entry" ADD CONSTRAINT "timeline_entry_kind_check" CHECK ("kind" IN ('note', 'status', 'severity', 'role', 'alert', 'change', 'hypothesis', 'decision', 'action', 'evidence', 'comms', 'impact'));

-- Ids of people, teams and services stand in an incident's tables without a relation in the schema (an incident is reached from its own side only);
-- the database checks them all the same.
ALTER TABLE "incident" ADD CONSTRAINT "incident_declaredById_fkey" FOREIGN KEY ("declaredById") REFERENCES "person"("id");
ALTER TABLE "incident_service" ADD CONSTRAINT "incident_service_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "service"("id");
ALTER TABLE "incident_team" ADD CONSTRAINT "incident_team_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "team"("id") ON DELETE CASCADE;
ALTER TABLE "incident_role" ADD CONSTRAINT "incident_role_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id");
ALTER TABLE "incident_person" ADD CONSTRAINT "incident_person_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id");
ALTER TABLE "timeline_entry" ADD CONSTRAINT "timeline_entry_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"("id");
ALTER TABLE "call_person" ADD CONSTRAINT "call_person_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id");
