-- AlterTable
ALTER TABLE "call" ADD COLUMN     "webhook" TEXT;

-- AlterTable
ALTER TABLE "call_person" ADD COLUMN     "mail" TEXT;
