CREATE TYPE "public"."report_state" AS ENUM('received', 'read', 'inProgress', 'closed');--> statement-breakpoint
CREATE TYPE "public"."holder_kind" AS ENUM('staff', 'function');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('mentor', 'teamLeader', 'bullyingCoordinator', 'contactPerson', 'confidentialAdviser', 'supportCoordinator', 'director', 'systemAdministrator');--> statement-breakpoint
CREATE TABLE "account_credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	CONSTRAINT "account_sessions_token_unique" UNIQUE("token"),
	CONSTRAINT "no_traces" CHECK ("account_sessions"."ip_address" is null and "account_sessions"."user_agent" is null)
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachment_chunks" (
	"site_id" text NOT NULL,
	"attachment_id" uuid NOT NULL,
	"index" integer NOT NULL,
	"draft_hash" text,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "attachment_chunks_site_id_attachment_id_index_pk" PRIMARY KEY("site_id","attachment_id","index")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"site_id" text NOT NULL,
	"report_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"chunks" integer NOT NULL,
	CONSTRAINT "attachments_site_id_report_id_id_pk" PRIMARY KEY("site_id","report_id","id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"site_id" text NOT NULL,
	"opened_on" date NOT NULL,
	"report_id" uuid
);
--> statement-breakpoint
CREATE TABLE "spent_solutions" (
	"solution_hash" text PRIMARY KEY NOT NULL,
	"spent_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instance" (
	"id" integer PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"salt" text NOT NULL,
	"secret" text,
	"created_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"site_id" text NOT NULL,
	"report_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"holder_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"read_sequence" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "grants_site_id_report_id_epoch_holder_id_pk" PRIMARY KEY("site_id","report_id","epoch","holder_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"site_id" text NOT NULL,
	"report_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"is_from_reporter" boolean NOT NULL,
	"sent_on" date NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "messages_site_id_report_id_sequence_pk" PRIMARY KEY("site_id","report_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "report_access" (
	"lookup_hash" text PRIMARY KEY NOT NULL,
	"proof_hash" text NOT NULL,
	"site_id" text NOT NULL,
	"report_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reporter_grants" (
	"site_id" text NOT NULL,
	"report_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "reporter_grants_site_id_report_id_epoch_pk" PRIMARY KEY("site_id","report_id","epoch")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"site_id" text NOT NULL,
	"id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"is_urgent" boolean NOT NULL,
	"state" "report_state" NOT NULL,
	"received_on" date NOT NULL,
	"last_sequence" integer NOT NULL,
	CONSTRAINT "reports_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "site_holidays" (
	"site_id" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "site_holidays_site_id_first_day_pk" PRIMARY KEY("site_id","first_day")
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"school_types" text[] NOT NULL,
	"phone" text,
	"position" integer NOT NULL,
	"site_key" text
);
--> statement-breakpoint
CREATE TABLE "class_groups" (
	"site_id" text NOT NULL,
	"name" text NOT NULL,
	"mentor_id" text NOT NULL,
	CONSTRAINT "class_groups_site_id_name_mentor_id_pk" PRIMARY KEY("site_id","name","mentor_id")
);
--> statement-breakpoint
CREATE TABLE "holders" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" "holder_kind" NOT NULL,
	"certificate" text NOT NULL,
	CONSTRAINT "holders_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"site_id" text NOT NULL,
	"role" "role" NOT NULL,
	"staff_id" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"function_key" "bytea",
	CONSTRAINT "memberships_site_id_role_staff_id_pk" PRIMARY KEY("site_id","role","staff_id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"email_hash" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"retry_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"site_id" text NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"reach" text,
	"hours" text,
	"is_findable" boolean DEFAULT false NOT NULL,
	CONSTRAINT "staff_site_id_id_pk" PRIMARY KEY("site_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_keys" (
	"account_id" text PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"signing_key" text NOT NULL,
	"box" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_credentials" ADD CONSTRAINT "account_credentials_user_id_accounts_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_sessions" ADD CONSTRAINT "account_sessions_user_id_accounts_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_chunks" ADD CONSTRAINT "attachment_chunks_draft_hash_drafts_token_hash_fk" FOREIGN KEY ("draft_hash") REFERENCES "public"."drafts"("token_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_site_id_report_id_reports_site_id_id_fk" FOREIGN KEY ("site_id","report_id") REFERENCES "public"."reports"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_site_id_report_id_reports_site_id_id_fk" FOREIGN KEY ("site_id","report_id") REFERENCES "public"."reports"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_site_id_holder_id_holders_site_id_id_fk" FOREIGN KEY ("site_id","holder_id") REFERENCES "public"."holders"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_site_id_report_id_reports_site_id_id_fk" FOREIGN KEY ("site_id","report_id") REFERENCES "public"."reports"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_access" ADD CONSTRAINT "report_access_site_id_report_id_reports_site_id_id_fk" FOREIGN KEY ("site_id","report_id") REFERENCES "public"."reports"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporter_grants" ADD CONSTRAINT "reporter_grants_site_id_report_id_reports_site_id_id_fk" FOREIGN KEY ("site_id","report_id") REFERENCES "public"."reports"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_holidays" ADD CONSTRAINT "site_holidays_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_groups" ADD CONSTRAINT "class_groups_site_id_mentor_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","mentor_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holders" ADD CONSTRAINT "holders_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_site_id_staff_id_staff_site_id_id_fk" FOREIGN KEY ("site_id","staff_id") REFERENCES "public"."staff"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_site_id_id_holders_site_id_id_fk" FOREIGN KEY ("site_id","id") REFERENCES "public"."holders"("site_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_keys" ADD CONSTRAINT "staff_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_credentials_user" ON "account_credentials" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "account_sessions_user" ON "account_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "attachment_chunks_draft" ON "attachment_chunks" USING btree ("draft_hash") WHERE "attachment_chunks"."draft_hash" is not null;--> statement-breakpoint
CREATE INDEX "grants_holder" ON "grants" USING btree ("site_id","holder_id");--> statement-breakpoint
CREATE INDEX "messages_id" ON "messages" USING btree ("site_id","report_id","id");--> statement-breakpoint
CREATE INDEX "staff_account" ON "staff" USING btree ("account_id");