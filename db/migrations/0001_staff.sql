CREATE TYPE "public"."audit_action" AS ENUM('signed-in', 'signed-out-everywhere', 'invited', 'enrolled', 'recovered', 'keys-renewed', 'blocked', 'unblocked', 'second-factor-changed', 'appointed', 'removed', 'deputised', 'function-key-made', 'function-key-shared', 'function-key-restored', 'site-key-made', 'site-key-shared', 'holder-signed', 'opened', 'shared', 'recused', 'filed', 'exported', 'changed');--> statement-breakpoint
CREATE TYPE "public"."audit_subject" AS ENUM('account', 'staff', 'function', 'report', 'site', 'school');--> statement-breakpoint
CREATE TYPE "public"."invitation_kind" AS ENUM('first', 'staff', 'anew');--> statement-breakpoint
CREATE TYPE "public"."mail_kind" AS ENUM('invitation', 'news', 'urgent', 'reminder', 'task');--> statement-breakpoint
ALTER TYPE "public"."role" ADD VALUE 'careCoordinator';--> statement-breakpoint
ALTER TYPE "public"."role" ADD VALUE 'qualityOfficer';--> statement-breakpoint
ALTER TYPE "public"."role" ADD VALUE 'boardMember';--> statement-breakpoint
CREATE TABLE "audit_events" (
	"site_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"account_id" text NOT NULL,
	"action" "audit_action" NOT NULL,
	"subject" "audit_subject" NOT NULL,
	"subject_id" text NOT NULL,
	"detail" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_events_site_id_sequence_pk" PRIMARY KEY("site_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "former_certificates" (
	"site_id" text NOT NULL,
	"holder_id" text NOT NULL,
	"position" integer NOT NULL,
	"certificate" text NOT NULL,
	CONSTRAINT "former_certificates_site_id_holder_id_position_pk" PRIMARY KEY("site_id","holder_id","position")
);
--> statement-breakpoint
CREATE TABLE "function_key_shares" (
	"site_id" text NOT NULL,
	"role" "role" NOT NULL,
	"generation" integer NOT NULL,
	"staff_id" text NOT NULL,
	"sealed" "bytea",
	CONSTRAINT "function_key_shares_site_id_role_generation_staff_id_pk" PRIMARY KEY("site_id","role","generation","staff_id")
);
--> statement-breakpoint
CREATE TABLE "function_keys" (
	"site_id" text NOT NULL,
	"role" "role" NOT NULL,
	"generation" integer NOT NULL,
	"recipient" text NOT NULL,
	"certificate" text,
	"made_on" date NOT NULL,
	"retired_on" date,
	"escrow" "bytea",
	"confirmation" text,
	CONSTRAINT "function_keys_site_id_role_generation_pk" PRIMARY KEY("site_id","role","generation")
);
--> statement-breakpoint
CREATE TABLE "site_key_shares" (
	"site_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "site_key_shares_site_id_staff_id_pk" PRIMARY KEY("site_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" "invitation_kind" NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" "mail_kind" NOT NULL,
	"account_id" text NOT NULL,
	"occasion" text NOT NULL,
	"token" text,
	"due_at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_on" date,
	"trouble" text,
	CONSTRAINT "mails_occasion_unique" UNIQUE("occasion")
);
--> statement-breakpoint
CREATE TABLE "recusals" (
	"site_id" text NOT NULL,
	"report_id" uuid NOT NULL,
	"staff_id" text NOT NULL,
	CONSTRAINT "recusals_site_id_report_id_staff_id_pk" PRIMARY KEY("site_id","report_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "passkey_boxes" (
	"account_id" text NOT NULL,
	"credential_id" text NOT NULL,
	"box" "bytea" NOT NULL,
	CONSTRAINT "passkey_boxes_account_id_credential_id_pk" PRIMARY KEY("account_id","credential_id")
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"user_id" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"created_at" timestamp with time zone,
	"aaguid" text,
	CONSTRAINT "passkeys_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"site_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"deputy_id" text NOT NULL,
	CONSTRAINT "absences_site_id_staff_id_first_day_pk" PRIMARY KEY("site_id","staff_id","first_day")
);
--> statement-breakpoint
ALTER TABLE "holders" ALTER COLUMN "certificate" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "two_factor_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "blocked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "mailed_sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "reminders" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "is_key_due" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "escrow" text;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "answer_within" integer;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "remind_after" integer;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "until" date;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "deputy_for" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "is_external" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "photo" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "left_on" date;--> statement-breakpoint
ALTER TABLE "staff_keys" ADD COLUMN "recovery_box" "bytea";--> statement-breakpoint
ALTER TABLE "staff_keys" ADD COLUMN "recovery_proof_hash" text;--> statement-breakpoint
ALTER TABLE "staff_keys" ADD COLUMN "recovery_confirmed_on" date;--> statement-breakpoint
ALTER TABLE "former_certificates" ADD CONSTRAINT "former_certificates_site_id_holder_id_holders_site_id_id_fk" FOREIGN KEY ("site_id","holder_id") REFERENCES "public"."holders"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "function_key_shares" ADD CONSTRAINT "function_key_shares_site_id_role_generation_function_keys_site_id_role_generation_fk" FOREIGN KEY ("site_id","role","generation") REFERENCES "public"."function_keys"("site_id","role","generation") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "function_key_shares" ADD CONSTRAINT "function_key_shares_site_id_staff_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","staff_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "function_keys" ADD CONSTRAINT "function_keys_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_key_shares" ADD CONSTRAINT "site_key_shares_site_id_staff_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","staff_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_site_id_report_id_reports_site_id_id_fk" FOREIGN KEY ("site_id","report_id") REFERENCES "public"."reports"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_site_id_staff_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","staff_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey_boxes" ADD CONSTRAINT "passkey_boxes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_accounts_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_user_id_accounts_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_site_id_staff_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","staff_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_site_id_deputy_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","deputy_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_account" ON "audit_events" USING btree ("site_id","account_id");--> statement-breakpoint
CREATE INDEX "invitations_account" ON "invitations" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("sent_on","due_at");--> statement-breakpoint
CREATE INDEX "passkeys_user" ON "passkeys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factors_user" ON "two_factors" USING btree ("user_id");--> statement-breakpoint
CREATE FUNCTION "refuse_change" () RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit events are never changed'; END $$;--> statement-breakpoint
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE ON "audit_events" FOR EACH ROW EXECUTE FUNCTION "refuse_change" ();--> statement-breakpoint
CREATE TRIGGER "audit_events_never_emptied" BEFORE TRUNCATE ON "audit_events" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change" ();
