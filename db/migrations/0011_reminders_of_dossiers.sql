CREATE TABLE "dossier_reminders" (
	"site_id" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"about" text NOT NULL,
	"due_on" date NOT NULL,
	"stage" text NOT NULL,
	"staff_id" text NOT NULL,
	CONSTRAINT "dossier_reminders_pk" PRIMARY KEY("site_id","dossier_id","about","due_on","stage","staff_id")
);
--> statement-breakpoint
ALTER TABLE "dossier_reminders" ADD CONSTRAINT "dossier_reminders_site_id_dossier_id_dossiers_site_id_id_fk" FOREIGN KEY ("site_id","dossier_id") REFERENCES "public"."dossiers"("site_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_reminders" ADD CONSTRAINT "dossier_reminders_site_id_staff_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","staff_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;