CREATE TYPE "public"."link_host_decision" AS ENUM('allowed', 'refused');--> statement-breakpoint
ALTER TYPE "public"."alarm_kind" ADD VALUE 'build_changed';--> statement-breakpoint
ALTER TYPE "public"."alarm_kind" ADD VALUE 'site_integrity';--> statement-breakpoint
CREATE TABLE "article_link_hosts" (
	"article_id" uuid NOT NULL,
	"host" text NOT NULL,
	CONSTRAINT "article_link_hosts_article_id_host_pk" PRIMARY KEY("article_id","host")
);
--> statement-breakpoint
CREATE TABLE "link_hosts" (
	"portal_id" uuid NOT NULL,
	"host" text NOT NULL,
	"decision" "link_host_decision" NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "link_hosts_portal_id_host_pk" PRIMARY KEY("portal_id","host")
);
--> statement-breakpoint
CREATE TABLE "site_checks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "site_checks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"begun_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"is_whole" boolean NOT NULL,
	"addresses" integer NOT NULL,
	"answers" integer NOT NULL,
	"articles" integer NOT NULL,
	"wrong" integer NOT NULL,
	"findings" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "article_link_hosts" ADD CONSTRAINT "article_link_hosts_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_hosts" ADD CONSTRAINT "link_hosts_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_hosts" ADD CONSTRAINT "link_hosts_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_link_hosts_host" ON "article_link_hosts" USING btree ("host","article_id");--> statement-breakpoint
CREATE INDEX "site_checks_ended" ON "site_checks" USING btree ("ended_at");