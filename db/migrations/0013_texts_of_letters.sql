ALTER TYPE "public"."audit_subject" ADD VALUE 'letter';--> statement-breakpoint
CREATE TABLE "letter_texts" (
	"site_id" text NOT NULL,
	"protocol" text NOT NULL,
	"letter" text NOT NULL,
	"text" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "letter_texts_site_id_protocol_letter_pk" PRIMARY KEY("site_id","protocol","letter")
);
--> statement-breakpoint
ALTER TABLE "letter_texts" ADD CONSTRAINT "letter_texts_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;