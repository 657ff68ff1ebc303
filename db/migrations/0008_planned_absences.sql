CREATE TABLE "stand_ins" (
	"site_id" text NOT NULL,
	"report_id" uuid NOT NULL,
	"staff_id" text NOT NULL,
	"absent_id" text NOT NULL,
	CONSTRAINT "stand_ins_site_id_report_id_staff_id_absent_id_pk" PRIMARY KEY("site_id","report_id","staff_id","absent_id")
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "since" date;--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_site_id_report_id_reports_site_id_id_fk" FOREIGN KEY ("site_id","report_id") REFERENCES "public"."reports"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_site_id_staff_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","staff_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stand_ins" ADD CONSTRAINT "stand_ins_site_id_absent_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","absent_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stand_ins_pair" ON "stand_ins" USING btree ("site_id","absent_id","staff_id");