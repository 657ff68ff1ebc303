ALTER TYPE "public"."dossier_entry_kind" ADD VALUE 'erasure-asked';--> statement-breakpoint
ALTER TYPE "public"."dossier_entry_kind" ADD VALUE 'erasure-declined';--> statement-breakpoint
ALTER TYPE "public"."dossier_entry_kind" ADD VALUE 'record-erased';--> statement-breakpoint
ALTER TYPE "public"."erased_kind" ADD VALUE 'record';--> statement-breakpoint
ALTER TABLE "dossier_entries" ALTER COLUMN "sealed" DROP NOT NULL;