INSERT INTO "function_keys" ("site_id", "role", "generation", "recipient", "certificate", "made_on")
SELECT h."site_id", h."id"::"role", 1, h."certificate"::json -> 'certified' ->> 'recipient', h."certificate", i."created_on"
FROM "holders" h CROSS JOIN "instance" i WHERE h."kind" = 'function';--> statement-breakpoint
INSERT INTO "function_key_shares" ("site_id", "role", "generation", "staff_id", "sealed")
SELECT "site_id", "role", 1, "staff_id", "function_key" FROM "memberships" WHERE "function_key" IS NOT NULL;--> statement-breakpoint
-- Nothing but demonstrations was made before this: their people have no sheet, and go on as if they had.
UPDATE "staff_keys" SET "recovery_confirmed_on" = (SELECT "created_on" FROM "instance");--> statement-breakpoint
ALTER TABLE "memberships" DROP COLUMN "function_key";
