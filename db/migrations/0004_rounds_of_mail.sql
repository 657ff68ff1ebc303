CREATE TABLE "mail_rounds" (
	"day" date NOT NULL,
	"time" text NOT NULL,
	CONSTRAINT "mail_rounds_day_time_pk" PRIMARY KEY("day","time")
);
