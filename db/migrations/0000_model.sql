CREATE TYPE "public"."approval_outcome" AS ENUM('wait', 'publish', 'schedule');--> statement-breakpoint
CREATE TYPE "public"."article_kind" AS ENUM('news', 'press_release', 'announcement', 'hoax_clarification', 'gallery', 'infographic', 'speech', 'page');--> statement-breakpoint
CREATE TYPE "public"."change_type" AS ENUM('minor', 'update', 'correction', 'right_of_reply');--> statement-breakpoint
CREATE TYPE "public"."edition_state" AS ENUM('draft', 'submitted', 'verified', 'returned', 'in_editing', 'approved', 'scheduled', 'published', 'archived', 'retracted', 'superseded', 'rejected', 'discarded');--> statement-breakpoint
CREATE TYPE "public"."fast_lane_reason" AS ENUM('immediate_information', 'disaster', 'clarification', 'live_article_fix');--> statement-breakpoint
CREATE TYPE "public"."info_class" AS ENUM('periodic', 'immediate', 'on_request', 'exempt');--> statement-breakpoint
CREATE TYPE "public"."asset_state" AS ENUM('processing', 'ready', 'failed');--> statement-breakpoint
CREATE TYPE "public"."rendition_format" AS ENUM('avif', 'webp', 'jpeg');--> statement-breakpoint
CREATE TYPE "public"."rendition_shape" AS ENUM('full', 'card');--> statement-breakpoint
CREATE TYPE "public"."account_code_purpose" AS ENUM('invite', 'reset');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('contributor', 'verifier', 'leader', 'editor', 'managing_editor', 'admin', 'auditor');--> statement-breakpoint
CREATE TYPE "public"."agency_kind" AS ENUM('department', 'bureau', 'regency_office', 'vertical_body', 'enterprise', 'university', 'other');--> statement-breakpoint
CREATE TYPE "public"."return_reason" AS ENUM('incomplete_facts', 'source_or_quote', 'data_mismatch', 'title_or_lead', 'language', 'photo_permission_caption', 'duplicate', 'not_our_authority', 'exempt_information', 'ceremony_only');--> statement-breakpoint
CREATE TYPE "public"."revision_reason" AS ENUM('typing', 'transition', 'take_over', 'stranded');--> statement-breakpoint
CREATE TYPE "public"."signature_act" AS ENUM('submit', 'verify', 'confirm', 'approve', 'publish_now', 'second_review');--> statement-breakpoint
CREATE TABLE "articles" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"portal_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"slug" text,
	"first_published_at" timestamp with time zone,
	"is_confidential" boolean DEFAULT false NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "articles_portal_slug" UNIQUE("portal_id","slug")
);
--> statement-breakpoint
CREATE TABLE "co_writers" (
	"edition_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "co_writers_edition_id_user_id_pk" PRIMARY KEY("edition_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" "edition_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" "article_kind" DEFAULT 'news' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"lead" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"body" jsonb NOT NULL,
	"cover" jsonb,
	"credits" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"attachments" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"joint_agency_ids" uuid[] DEFAULT '{}' NOT NULL,
	"sponsored" boolean DEFAULT false NOT NULL,
	"dateline_place" text DEFAULT '' NOT NULL,
	"event_date" date,
	"regency_codes" text[] DEFAULT '{}' NOT NULL,
	"info_class" "info_class" DEFAULT 'periodic' NOT NULL,
	"change_type" "change_type",
	"public_note" text DEFAULT '' NOT NULL,
	"section_id" uuid,
	"topic_ids" uuid[] DEFAULT '{}' NOT NULL,
	"related_ids" uuid[] DEFAULT '{}' NOT NULL,
	"pinned_until" timestamp with time zone,
	"last_save_id" uuid,
	"last_typed_at" timestamp with time zone,
	"last_typed_by" uuid,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone,
	"claimable_at_once" boolean DEFAULT false NOT NULL,
	"claimed_by" uuid,
	"claimed_at" timestamp with time zone,
	"claimed_from" "edition_state",
	"claimed_hash" text,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"approval_outcome" "approval_outcome",
	"embargo_until" timestamp with time zone,
	"scheduled_for" timestamp with time zone,
	"fast_lane_reason" "fast_lane_reason",
	"fast_lane_by" uuid,
	"second_review_due_at" timestamp with time zone,
	"second_reviewed_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"retracted_at" timestamp with time zone,
	"retract_reason" text,
	"retract_hides_title" boolean DEFAULT false NOT NULL,
	"retract_review_due_at" timestamp with time zone,
	"retracted_from" "edition_state",
	"discarded_at" timestamp with time zone,
	"discarded_from" "edition_state",
	"purged_at" timestamp with time zone,
	"content_hash" text,
	"card_mac" text,
	"card_key_id" text,
	CONSTRAINT "editions_article_number" UNIQUE("article_id","number"),
	CONSTRAINT "editions_number_positive" CHECK (number > 0),
	CONSTRAINT "editions_never_exempt_live" CHECK (not (info_class = 'exempt' and state in ('scheduled','published'))),
	CONSTRAINT "editions_claimed_has_claimer" CHECK ((state = 'in_editing') = (claimed_by is not null)),
	CONSTRAINT "editions_scheduled_has_time" CHECK (state <> 'scheduled' or scheduled_for is not null),
	CONSTRAINT "editions_live_is_sealed" CHECK (state not in ('published','archived','retracted') or (content_hash is not null and card_mac is not null and card_key_id is not null and published_at is not null)),
	CONSTRAINT "editions_retracted_has_reason" CHECK (state <> 'retracted' or (retracted_at is not null and retract_reason <> ''))
);
--> statement-breakpoint
CREATE TABLE "named_people" (
	"article_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "named_people_article_id_user_id_pk" PRIMARY KEY("article_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"portal_id" uuid NOT NULL,
	"old_slug" text NOT NULL,
	"article_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "redirects_portal_id_old_slug_pk" PRIMARY KEY("portal_id","old_slug")
);
--> statement-breakpoint
CREATE TABLE "assets" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"portal_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"file_name" text NOT NULL,
	"hash" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"focal_x" double precision DEFAULT 0.5 NOT NULL,
	"focal_y" double precision DEFAULT 0.5 NOT NULL,
	"state" "asset_state" DEFAULT 'processing' NOT NULL,
	"failure" text,
	"placeholder" text,
	"colour" text,
	"public_since" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdraw_reason" text,
	CONSTRAINT "assets_focal_inside" CHECK (focal_x between 0 and 1 and focal_y between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "renditions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"asset_id" uuid NOT NULL,
	"shape" "rendition_shape" NOT NULL,
	"format" "rendition_format" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "renditions_one_each" UNIQUE("asset_id","shape","format","width")
);
--> statement-breakpoint
CREATE TABLE "account_codes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" "account_code_purpose" NOT NULL,
	"code_hash" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "account_codes_codeHash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"portal_id" uuid NOT NULL,
	"agency_id" uuid,
	"role" "role" NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accepted_by" uuid,
	"effective_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "memberships_agency_fits_role" CHECK ((role in ('contributor', 'verifier', 'leader')) = (agency_id is not null)),
	CONSTRAINT "memberships_never_self_granted" CHECK (granted_by is null or granted_by <> user_id),
	CONSTRAINT "memberships_accepted_by_another" CHECK (accepted_by is null or (accepted_by <> user_id and accepted_by <> granted_by))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"device" text DEFAULT '' NOT NULL,
	CONSTRAINT "sessions_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"password_hash" text,
	"suspended_at" timestamp with time zone,
	"suspended_for_abuse" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "agencies" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"portal_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"kind" "agency_kind" DEFAULT 'department' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"has_verification" boolean DEFAULT false NOT NULL,
	"verify_within_minutes" integer DEFAULT 240 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agencies_portal_slug" UNIQUE("portal_id","slug"),
	CONSTRAINT "agencies_verify_within_positive" CHECK (verify_within_minutes > 0)
);
--> statement-breakpoint
CREATE TABLE "generation_changes" (
	"portal_id" uuid NOT NULL,
	"generation" bigint NOT NULL,
	"names" text[] NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "generation_changes_portal_id_generation_pk" PRIMARY KEY("portal_id","generation")
);
--> statement-breakpoint
CREATE TABLE "install_facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"tagline" text DEFAULT '' NOT NULL,
	"hosts" text[] NOT NULL,
	"time_zone" text NOT NULL,
	"dateline_template" text DEFAULT '{tempat} –' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"generation" bigint DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "portals_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "regencies" (
	"portal_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "regencies_portal_id_code_pk" PRIMARY KEY("portal_id","code")
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"portal_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "sections_portal_slug" UNIQUE("portal_id","slug")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"portal_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "topics_portal_slug" UNIQUE("portal_id","slug")
);
--> statement-breakpoint
CREATE TABLE "decision_notes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"edition_id" uuid NOT NULL,
	"verb" text NOT NULL,
	"reason_code" "return_reason",
	"text" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"portal_id" uuid,
	"actor_id" uuid,
	"actor_role" "role",
	"verb" text NOT NULL,
	"article_id" uuid,
	"edition_id" uuid,
	"agency_id" uuid,
	"subject_id" uuid,
	"from_state" text,
	"to_state" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"edition_id" uuid NOT NULL,
	"words" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"by" uuid NOT NULL,
	"reason" "revision_reason" NOT NULL,
	"verb" text,
	"base_version" integer,
	"started_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "signature_voids" (
	"signature_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"edition_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"act" "signature_act" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"mac" text NOT NULL,
	"key_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_writers" ADD CONSTRAINT "co_writers_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_writers" ADD CONSTRAINT "co_writers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_writers" ADD CONSTRAINT "co_writers_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_last_typed_by_users_id_fk" FOREIGN KEY ("last_typed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_claimed_by_users_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_fast_lane_by_users_id_fk" FOREIGN KEY ("fast_lane_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_people" ADD CONSTRAINT "named_people_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_people" ADD CONSTRAINT "named_people_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_codes" ADD CONSTRAINT "account_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_codes" ADD CONSTRAINT "account_codes_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_granted_by_users_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "generation_changes" ADD CONSTRAINT "generation_changes_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regencies" ADD CONSTRAINT "regencies_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_notes" ADD CONSTRAINT "decision_notes_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_notes" ADD CONSTRAINT "decision_notes_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_subject_id_users_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_voids" ADD CONSTRAINT "signature_voids_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_voids" ADD CONSTRAINT "signature_voids_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "articles_agency" ON "articles" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "editions_one_working" ON "editions" USING btree ("article_id") WHERE state in ('draft','submitted','verified','returned','in_editing','approved','scheduled');--> statement-breakpoint
CREATE UNIQUE INDEX "editions_one_live" ON "editions" USING btree ("article_id") WHERE state in ('published','archived','retracted');--> statement-breakpoint
CREATE INDEX "editions_state" ON "editions" USING btree ("state");--> statement-breakpoint
CREATE INDEX "editions_published" ON "editions" USING btree ("published_at" DESC NULLS LAST) WHERE state in ('published','archived');--> statement-breakpoint
CREATE INDEX "redirects_article" ON "redirects" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "assets_agency" ON "assets" USING btree ("agency_id","uploaded_at");--> statement-breakpoint
CREATE INDEX "assets_hash" ON "assets" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "renditions_key" ON "renditions" USING btree ("key");--> statement-breakpoint
CREATE INDEX "account_codes_user" ON "account_codes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "memberships_agency" ON "memberships" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one_open" ON "memberships" USING btree ("user_id","portal_id","role",coalesce(agency_id, '00000000-0000-0000-0000-000000000000')) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "decision_notes_edition" ON "decision_notes" USING btree ("edition_id","at");--> statement-breakpoint
CREATE INDEX "events_article" ON "events" USING btree ("article_id","seq");--> statement-breakpoint
CREATE INDEX "events_edition" ON "events" USING btree ("edition_id","seq");--> statement-breakpoint
CREATE INDEX "events_actor" ON "events" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "revisions_edition" ON "revisions" USING btree ("edition_id","at");--> statement-breakpoint
CREATE INDEX "signatures_edition" ON "signatures" USING btree ("edition_id");