ALTER TYPE "public"."audit_subject" ADD VALUE 'year-plan';--> statement-breakpoint
CREATE TABLE "year_plan_items" (
	"site_id" text NOT NULL,
	"school_year" integer NOT NULL,
	"id" text NOT NULL,
	"section" text,
	"title" text NOT NULL,
	"asks" text,
	"position" integer NOT NULL,
	"owner_role" "role",
	"owner_id" text,
	"starts_on" date,
	"due_on" date NOT NULL,
	"done_on" date,
	"evidence" text,
	"left_out" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "year_plan_items_site_id_school_year_id_pk" PRIMARY KEY("site_id","school_year","id"),
	CONSTRAINT "one_owner" CHECK (("year_plan_items"."owner_role" is null) <> ("year_plan_items"."owner_id" is null))
);
--> statement-breakpoint
ALTER TABLE "year_plan_items" ADD CONSTRAINT "year_plan_items_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_plan_items" ADD CONSTRAINT "year_plan_items_site_id_owner_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","owner_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("site_id","subject","subject_id");