-- CreateTable
CREATE TABLE "language_setting" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "off" TEXT[],
    "vendors" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "language_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "language_phrase" (
    "id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "question" TEXT,
    "order" INTEGER NOT NULL,

    CONSTRAINT "language_phrase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kept_hint" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_hint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "kept_hint_incidentId_rule_key_key" ON "kept_hint"("incidentId", "rule", "key");

-- AddForeignKey
ALTER TABLE "kept_hint" ADD CONSTRAINT "kept_hint_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a schema cannot say: there is one setting, and the words that a class may be. The list is the one of lib/blameless/words.ts; a test holds them equal.
ALTER TABLE "language_setting" ADD CONSTRAINT "language_setting_one_check" CHECK ("id" = 1);
ALTER TABLE "language_phrase" ADD CONSTRAINT "language_phrase_class_check" CHECK ("class" IN ('counterfactual', 'judgement', 'hindsight', 'naming', 'single_cause', 'evasive', 'weak_action'));
INSERT INTO "language_setting" ("off", "vendors") VALUES ('{}', '{}');
