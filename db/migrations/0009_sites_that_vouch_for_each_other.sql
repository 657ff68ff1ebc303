ALTER TYPE "public"."audit_action" ADD VALUE 'site-vouched' BEFORE 'opened';--> statement-breakpoint
ALTER TYPE "public"."audit_action" ADD VALUE 'site-withdrawn' BEFORE 'opened';--> statement-breakpoint
CREATE TABLE "neighbours" (
	"site_id" text NOT NULL,
	"neighbour_id" text NOT NULL,
	"statement" text NOT NULL,
	"withdrawn_on" date,
	CONSTRAINT "neighbours_site_id_neighbour_id_pk" PRIMARY KEY("site_id","neighbour_id")
);
--> statement-breakpoint
ALTER TABLE "recusals" DROP CONSTRAINT "recusals_site_id_staff_id_staff_site_id_id_fk";
--> statement-breakpoint
ALTER TABLE "neighbours" ADD CONSTRAINT "neighbours_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neighbours" ADD CONSTRAINT "neighbours_neighbour_id_sites_id_fk" FOREIGN KEY ("neighbour_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_site_id_staff_id_holders_site_id_id_fk" FOREIGN KEY ("site_id","staff_id") REFERENCES "public"."holders"("site_id","id") ON DELETE no action ON UPDATE no action;