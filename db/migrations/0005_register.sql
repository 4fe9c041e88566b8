CREATE TYPE "public"."house_name_state" AS ENUM('proposed', 'approved', 'refused');--> statement-breakpoint
ALTER TYPE "public"."revision_reason" ADD VALUE 'restored';--> statement-breakpoint
CREATE TABLE "check_findings" (
	"edition_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"count" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_findings_edition_id_user_id_rule_pk" PRIMARY KEY("edition_id","user_id","rule"),
	CONSTRAINT "check_findings_some" CHECK (count > 0)
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"portal_id" uuid NOT NULL,
	"label" text NOT NULL,
	"value" text NOT NULL,
	"as_of" date,
	"source" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "held_posts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"title" text NOT NULL,
	"agency_id" uuid,
	"is_acting" boolean DEFAULT false NOT NULL,
	"from_day" date,
	"until_day" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "held_posts_in_order" CHECK (from_day is null or until_day is null or from_day <= until_day)
);
--> statement-breakpoint
CREATE TABLE "house_names" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"portal_id" uuid NOT NULL,
	"word" text NOT NULL,
	"state" "house_name_state" NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "house_names_decided" CHECK ((state = 'proposed') = (decided_by is null))
);
--> statement-breakpoint
CREATE TABLE "plain_words" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"portal_id" uuid NOT NULL,
	"expression" text NOT NULL,
	"plain" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_versions" (
	"portal_id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registered_people" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"portal_id" uuid NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regulations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"portal_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"year" integer NOT NULL,
	"subject" text NOT NULL,
	"is_verified" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "regulations_year_possible" CHECK (year between 1900 and 2200)
);
--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "restored_from" uuid;--> statement-breakpoint
ALTER TABLE "check_findings" ADD CONSTRAINT "check_findings_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_findings" ADD CONSTRAINT "check_findings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_posts" ADD CONSTRAINT "held_posts_person_id_registered_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."registered_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_posts" ADD CONSTRAINT "held_posts_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "house_names" ADD CONSTRAINT "house_names_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "house_names" ADD CONSTRAINT "house_names_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "house_names" ADD CONSTRAINT "house_names_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plain_words" ADD CONSTRAINT "plain_words_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_versions" ADD CONSTRAINT "register_versions_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registered_people" ADD CONSTRAINT "registered_people_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regulations" ADD CONSTRAINT "regulations_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "check_findings_user" ON "check_findings" USING btree ("user_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "figures_label" ON "figures" USING btree ("portal_id",lower(label));--> statement-breakpoint
CREATE INDEX "held_posts_person" ON "held_posts" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "house_names_word" ON "house_names" USING btree ("portal_id","word");--> statement-breakpoint
CREATE INDEX "house_names_state" ON "house_names" USING btree ("portal_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "plain_words_expression" ON "plain_words" USING btree ("portal_id",lower(expression));--> statement-breakpoint
CREATE UNIQUE INDEX "registered_people_name" ON "registered_people" USING btree ("portal_id",lower(name));--> statement-breakpoint
CREATE UNIQUE INDEX "regulations_cited" ON "regulations" USING btree ("portal_id",lower(kind),lower(number),"year");--> statement-breakpoint
CREATE INDEX "revisions_in_order" ON "revisions" USING btree ("edition_id","id");