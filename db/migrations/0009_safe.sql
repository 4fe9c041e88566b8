CREATE TYPE "public"."backup_run_kind" AS ENUM('backup', 'drill');--> statement-breakpoint
CREATE TYPE "public"."link_host_decision" AS ENUM('allowed', 'refused');--> statement-breakpoint
CREATE TYPE "public"."session_assurance" AS ENUM('password', 'second_factor');--> statement-breakpoint
CREATE TYPE "public"."factor_kind" AS ENUM('totp', 'passkey');--> statement-breakpoint
ALTER TYPE "public"."alarm_kind" ADD VALUE 'build_changed';--> statement-breakpoint
ALTER TYPE "public"."alarm_kind" ADD VALUE 'site_integrity';--> statement-breakpoint
ALTER TYPE "public"."alarm_kind" ADD VALUE 'backup_failed';--> statement-breakpoint
CREATE TABLE "backup_runs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" "backup_run_kind" NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"file" text,
	"is_whole" boolean NOT NULL,
	"is_encrypted" boolean DEFAULT false NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"rows" bigint DEFAULT 0 NOT NULL,
	"media_files" bigint DEFAULT 0 NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_codeHash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" "factor_kind" NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"secret" text,
	"credential_id" text,
	"public_key" text,
	"counter" bigint DEFAULT 0 NOT NULL,
	"transports" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_synced" boolean DEFAULT false NOT NULL,
	"last_step" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "second_factors_credentialId_unique" UNIQUE("credential_id"),
	CONSTRAINT "second_factors_whole" CHECK (case kind when 'totp' then secret is not null and credential_id is null else secret is null and credential_id is not null and public_key is not null end)
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "assurance" "session_assurance" DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "owes_second_step" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "dormancy_warned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "article_link_hosts" ADD CONSTRAINT "article_link_hosts_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_hosts" ADD CONSTRAINT "link_hosts_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_hosts" ADD CONSTRAINT "link_hosts_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "backup_runs_newest" ON "backup_runs" USING btree ("kind","ended_at");--> statement-breakpoint
CREATE INDEX "article_link_hosts_host" ON "article_link_hosts" USING btree ("host","article_id");--> statement-breakpoint
CREATE INDEX "site_checks_ended" ON "site_checks" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "recovery_codes_user" ON "recovery_codes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "second_factors_user" ON "second_factors" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "second_factors_one_app" ON "second_factors" USING btree ("user_id") WHERE kind = 'totp';--> statement-breakpoint
CREATE INDEX "assets_person" ON "assets" USING btree ("uploaded_by","uploaded_at");