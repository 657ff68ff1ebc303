CREATE TYPE "public"."erased_kind" AS ENUM('report', 'dossier');--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'erased';--> statement-breakpoint
CREATE TABLE "sweeps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"erased_on" date NOT NULL,
	"rounds" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tombstones" (
	"site_id" text NOT NULL,
	"kind" "erased_kind" NOT NULL,
	"begun_in" text NOT NULL,
	"way" text NOT NULL,
	"outcome" text NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "tombstones_site_id_kind_begun_in_way_outcome_pk" PRIMARY KEY("site_id","kind","begun_in","way","outcome")
);
--> statement-breakpoint
ALTER TABLE "report_access" ALTER COLUMN "report_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "erase_warned_on" date;--> statement-breakpoint
ALTER TABLE "report_access" ADD COLUMN "erased_on" date;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "erase_warned_on" date;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "keep_reports" integer;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "keep_dossiers" integer;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "keep_set_aside" integer;--> statement-breakpoint
ALTER TABLE "tombstones" ADD CONSTRAINT "tombstones_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_access_report" ON "report_access" USING btree ("site_id","report_id");