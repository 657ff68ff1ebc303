ALTER TABLE "reports" ADD COLUMN "asked_sequence" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "answered_sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What was written before can only be told apart by number: a status once each, and words when there is more than that.
UPDATE "reports" SET
  "asked_sequence" = coalesce((
    SELECT max(m."sequence") FROM "messages" m
    WHERE m."site_id" = "reports"."site_id" AND m."report_id" = "reports"."id" AND m."is_from_reporter"), 1),
  "answered_sequence" = coalesce((
    SELECT max(m."sequence") FROM "messages" m
    WHERE m."site_id" = "reports"."site_id" AND m."report_id" = "reports"."id" AND NOT m."is_from_reporter"
    HAVING "reports"."state" = 'closed'
      OR count(*) > CASE "reports"."state" WHEN 'received' THEN 0 WHEN 'read' THEN 1 ELSE 2 END), 0);
