CREATE TYPE "public"."dossier_entry_kind" AS ENUM('opened', 'record-added', 'step-done', 'step-skipped', 'circumstance', 'measure', 'handed-over', 'planned', 'note', 'agreement', 'closed', 'reopened', 'corrected', 'held', 'hold-ended');--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'begun';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'linked';--> statement-breakpoint
ALTER TYPE "public"."audit_subject" ADD VALUE 'dossier';--> statement-breakpoint
CREATE TABLE "dossier_announcements" (
	"site_id" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"by_staff_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "dossier_announcements_site_id_dossier_id_sequence_pk" PRIMARY KEY("site_id","dossier_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "dossier_cards" (
	"site_id" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"holder_id" text NOT NULL,
	"by_staff_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "dossier_cards_site_id_dossier_id_record_id_holder_id_pk" PRIMARY KEY("site_id","dossier_id","record_id","holder_id")
);
--> statement-breakpoint
CREATE TABLE "dossier_entries" (
	"site_id" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"kind" "dossier_entry_kind" NOT NULL,
	"code" text,
	"record_id" uuid,
	"happened_on" date NOT NULL,
	"hour" integer,
	"recorded_on" date NOT NULL,
	"by_staff_id" text NOT NULL,
	"refers_to" uuid,
	"due_on" date,
	"is_override" boolean NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "dossier_entries_site_id_dossier_id_sequence_pk" PRIMARY KEY("site_id","dossier_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "dossier_grants" (
	"site_id" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"holder_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"read_sequence" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "dossier_grants_site_id_dossier_id_epoch_holder_id_pk" PRIMARY KEY("site_id","dossier_id","epoch","holder_id")
);
--> statement-breakpoint
CREATE TABLE "dossier_links" (
	"site_id" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"earlier_id" uuid NOT NULL,
	CONSTRAINT "dossier_links_site_id_dossier_id_earlier_id_pk" PRIMARY KEY("site_id","dossier_id","earlier_id")
);
--> statement-breakpoint
CREATE TABLE "dossier_records" (
	"site_id" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "dossier_records_site_id_dossier_id_id_epoch_pk" PRIMARY KEY("site_id","dossier_id","id","epoch")
);
--> statement-breakpoint
CREATE TABLE "dossier_recusals" (
	"site_id" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"staff_id" text NOT NULL,
	CONSTRAINT "dossier_recusals_site_id_dossier_id_staff_id_pk" PRIMARY KEY("site_id","dossier_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "dossier_reports" (
	"site_id" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	CONSTRAINT "dossier_reports_site_id_dossier_id_report_id_pk" PRIMARY KEY("site_id","dossier_id","report_id")
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"site_id" text NOT NULL,
	"id" uuid NOT NULL,
	"protocol_id" text NOT NULL,
	"protocol_version" text NOT NULL,
	"epoch" integer NOT NULL,
	"opened_on" date NOT NULL,
	"is_open" boolean NOT NULL,
	"last_sequence" integer NOT NULL,
	"is_key_due" boolean DEFAULT false NOT NULL,
	"joined_to" uuid,
	CONSTRAINT "dossiers_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
ALTER TABLE "dossier_announcements" ADD CONSTRAINT "dossier_announcements_site_id_dossier_id_dossiers_site_id_id_fk" FOREIGN KEY ("site_id","dossier_id") REFERENCES "public"."dossiers"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_announcements" ADD CONSTRAINT "dossier_announcements_site_id_by_staff_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","by_staff_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_cards" ADD CONSTRAINT "dossier_cards_site_id_dossier_id_dossiers_site_id_id_fk" FOREIGN KEY ("site_id","dossier_id") REFERENCES "public"."dossiers"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_cards" ADD CONSTRAINT "dossier_cards_site_id_holder_id_holders_site_id_id_fk" FOREIGN KEY ("site_id","holder_id") REFERENCES "public"."holders"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_cards" ADD CONSTRAINT "dossier_cards_site_id_by_staff_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","by_staff_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_entries" ADD CONSTRAINT "dossier_entries_site_id_dossier_id_dossiers_site_id_id_fk" FOREIGN KEY ("site_id","dossier_id") REFERENCES "public"."dossiers"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_entries" ADD CONSTRAINT "dossier_entries_site_id_by_staff_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","by_staff_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_grants" ADD CONSTRAINT "dossier_grants_site_id_dossier_id_dossiers_site_id_id_fk" FOREIGN KEY ("site_id","dossier_id") REFERENCES "public"."dossiers"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_grants" ADD CONSTRAINT "dossier_grants_site_id_holder_id_holders_site_id_id_fk" FOREIGN KEY ("site_id","holder_id") REFERENCES "public"."holders"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_links" ADD CONSTRAINT "dossier_links_site_id_dossier_id_dossiers_site_id_id_fk" FOREIGN KEY ("site_id","dossier_id") REFERENCES "public"."dossiers"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_links" ADD CONSTRAINT "dossier_links_site_id_earlier_id_dossiers_site_id_id_fk" FOREIGN KEY ("site_id","earlier_id") REFERENCES "public"."dossiers"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_records" ADD CONSTRAINT "dossier_records_site_id_dossier_id_dossiers_site_id_id_fk" FOREIGN KEY ("site_id","dossier_id") REFERENCES "public"."dossiers"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_recusals" ADD CONSTRAINT "dossier_recusals_site_id_dossier_id_dossiers_site_id_id_fk" FOREIGN KEY ("site_id","dossier_id") REFERENCES "public"."dossiers"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_recusals" ADD CONSTRAINT "dossier_recusals_site_id_staff_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","staff_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_reports" ADD CONSTRAINT "dossier_reports_site_id_dossier_id_dossiers_site_id_id_fk" FOREIGN KEY ("site_id","dossier_id") REFERENCES "public"."dossiers"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_reports" ADD CONSTRAINT "dossier_reports_site_id_report_id_reports_site_id_id_fk" FOREIGN KEY ("site_id","report_id") REFERENCES "public"."reports"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_site_id_joined_to_dossiers_site_id_id_fk" FOREIGN KEY ("site_id","joined_to") REFERENCES "public"."dossiers"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dossier_announcements_id" ON "dossier_announcements" USING btree ("site_id","dossier_id","id");--> statement-breakpoint
CREATE INDEX "dossier_cards_holder" ON "dossier_cards" USING btree ("site_id","holder_id");--> statement-breakpoint
CREATE INDEX "dossier_entries_id" ON "dossier_entries" USING btree ("site_id","dossier_id","id");--> statement-breakpoint
CREATE INDEX "dossier_grants_holder" ON "dossier_grants" USING btree ("site_id","holder_id");--> statement-breakpoint
CREATE INDEX "dossier_reports_report" ON "dossier_reports" USING btree ("site_id","report_id");