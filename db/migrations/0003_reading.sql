CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TYPE "public"."asset_kind" AS ENUM('photo', 'document');--> statement-breakpoint
CREATE TYPE "public"."front_slot" AS ENUM('lead', 'second_1', 'second_2');--> statement-breakpoint
ALTER TYPE "public"."article_kind" ADD VALUE 'agenda_event';--> statement-breakpoint
ALTER TYPE "public"."article_kind" ADD VALUE 'banner';--> statement-breakpoint
ALTER TYPE "public"."rendition_shape" ADD VALUE 'print';--> statement-breakpoint
CREATE TABLE "front_choices" (
	"portal_id" uuid NOT NULL,
	"slot" "front_slot" NOT NULL,
	"article_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"chosen_by" uuid NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "front_choices_portal_id_slot_pk" PRIMARY KEY("portal_id","slot")
);
--> statement-breakpoint
CREATE TABLE "listed" (
	"portal_id" uuid NOT NULL,
	"list" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"article_id" uuid NOT NULL,
	CONSTRAINT "listed_portal_id_list_at_article_id_pk" PRIMARY KEY("portal_id","list","at","article_id")
);
--> statement-breakpoint
CREATE TABLE "old_addresses" (
	"portal_id" uuid NOT NULL,
	"address" text NOT NULL,
	"article_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "old_addresses_portal_id_address_pk" PRIMARY KEY("portal_id","address")
);
--> statement-breakpoint
CREATE TABLE "share_cards" (
	"edition_id" uuid PRIMARY KEY NOT NULL,
	"content_hash" text NOT NULL,
	"key" text NOT NULL,
	"bytes" integer NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"mac" text NOT NULL,
	"key_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"portal_id" uuid NOT NULL,
	"kind" "article_kind" NOT NULL,
	"section_id" uuid,
	"agency_ids" uuid[] NOT NULL,
	"regency_codes" text[] NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"portal_id" uuid NOT NULL,
	"word" text NOT NULL,
	"uses" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "search_words_portal_id_word_pk" PRIMARY KEY("portal_id","word")
);
--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "details" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "kind" "asset_kind" DEFAULT 'photo' NOT NULL;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "head_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "head_title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "front_choices" ADD CONSTRAINT "front_choices_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_choices" ADD CONSTRAINT "front_choices_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_choices" ADD CONSTRAINT "front_choices_chosen_by_users_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed" ADD CONSTRAINT "listed_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed" ADD CONSTRAINT "listed_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "old_addresses" ADD CONSTRAINT "old_addresses_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "old_addresses" ADD CONSTRAINT "old_addresses_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_cards" ADD CONSTRAINT "share_cards_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_words" ADD CONSTRAINT "search_words_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listed_article" ON "listed" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "share_cards_key" ON "share_cards" USING btree ("key");--> statement-breakpoint
CREATE INDEX "search_entries_words" ON "search_entries" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_entries_at" ON "search_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "search_words_alike" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "editions_content_hash" ON "editions" USING btree ("content_hash" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "editions_amended" ON "editions" USING btree ("published_at" DESC NULLS LAST) WHERE change_type in ('correction','right_of_reply') and published_at is not null;--> statement-breakpoint
ALTER TABLE "agencies" DROP COLUMN "about";--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_photo_has_pixels" CHECK ((kind = 'photo') = (width > 0 and height > 0));