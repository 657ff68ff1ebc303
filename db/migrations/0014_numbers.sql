CREATE TABLE "counted_months" (
	"site_id" text NOT NULL,
	"month" text NOT NULL,
	CONSTRAINT "counted_months_site_id_month_pk" PRIMARY KEY("site_id","month")
);
--> statement-breakpoint
CREATE TABLE "month_counts" (
	"site_id" text NOT NULL,
	"month" text NOT NULL,
	"measure" text NOT NULL,
	"code" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "month_counts_site_id_month_measure_code_pk" PRIMARY KEY("site_id","month","measure","code")
);
--> statement-breakpoint
CREATE TABLE "published_counts" (
	"site_id" text NOT NULL,
	"period" text NOT NULL,
	"measure" text NOT NULL,
	"code" text NOT NULL,
	"count" integer,
	CONSTRAINT "published_counts_site_id_period_measure_code_pk" PRIMARY KEY("site_id","period","measure","code")
);
--> statement-breakpoint
CREATE TABLE "published_periods" (
	"id" text PRIMARY KEY NOT NULL,
	"published_on" date NOT NULL,
	"is_demonstration" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "first_answered_on" date;--> statement-breakpoint
ALTER TABLE "counted_months" ADD CONSTRAINT "counted_months_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_counts" ADD CONSTRAINT "month_counts_site_id_month_counted_months_site_id_month_fk" FOREIGN KEY ("site_id","month") REFERENCES "public"."counted_months"("site_id","month") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_counts" ADD CONSTRAINT "published_counts_period_published_periods_id_fk" FOREIGN KEY ("period") REFERENCES "public"."published_periods"("id") ON DELETE no action ON UPDATE no action;