CREATE TYPE "public"."photo_origin" AS ENUM('photo', 'illustration', 'ai_made');--> statement-breakpoint
CREATE TYPE "public"."suggestion_state" AS ENUM('open', 'accepted', 'refused');--> statement-breakpoint
CREATE TYPE "public"."house_name_state" AS ENUM('proposed', 'approved', 'refused');--> statement-breakpoint
ALTER TYPE "public"."revision_reason" ADD VALUE 'restored';--> statement-breakpoint
CREATE TABLE "edition_assets" (
	"edition_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	CONSTRAINT "edition_assets_edition_id_asset_id_pk" PRIMARY KEY("edition_id","asset_id")
);
--> statement-breakpoint
CREATE TABLE "comment_mentions" (
	"comment_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"seen_at" timestamp with time zone,
	CONSTRAINT "comment_mentions_comment_id_user_id_pk" PRIMARY KEY("comment_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"article_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"parent_id" uuid,
	"user_id" uuid,
	"guest_name" text,
	"text" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"quote" text DEFAULT '' NOT NULL,
	"prefix" text DEFAULT '' NOT NULL,
	"suffix" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	CONSTRAINT "comments_one_author" CHECK ((user_id is null) <> (guest_name is null)),
	CONSTRAINT "comments_resolved_by_somebody" CHECK ((resolved_at is null) = (resolved_by is null))
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"article_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"quote" text DEFAULT '' NOT NULL,
	"prefix" text DEFAULT '' NOT NULL,
	"suffix" text DEFAULT '' NOT NULL,
	"replacement" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"state" "suggestion_state" DEFAULT 'open' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "suggestions_decided_by_somebody" CHECK ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null))
);
--> statement-breakpoint
CREATE TABLE "finding_overrides" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"article_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"subject" text NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_imports" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"report" jsonb NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"edition_id" uuid NOT NULL,
	"tab_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"typed_at" timestamp with time zone,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "presences_edition_id_tab_id_pk" PRIMARY KEY("edition_id","tab_id")
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"edition_id" uuid PRIMARY KEY NOT NULL,
	"holder_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"typed_at" timestamp with time zone,
	"seen_at" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "preview_links" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"article_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"guest_name" text NOT NULL,
	"may_comment" boolean DEFAULT false NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"openings" integer DEFAULT 0 NOT NULL,
	"last_opened_at" timestamp with time zone,
	"comments" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "preview_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
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
ALTER TABLE "assets" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "caption" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "alt" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "credit" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "terms" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "taken_on" date;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "taken_at" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "origin" "photo_origin" DEFAULT 'photo' NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "shows_child" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "has_consent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "rights_until" date;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "shared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "kept_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "derived_from" uuid;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "search_words" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', translate(file_name || ' ' || caption || ' ' || credit || ' ' || taken_at, '._-/@:', '      '))) STORED;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "restored_from" uuid;--> statement-breakpoint
ALTER TABLE "edition_assets" ADD CONSTRAINT "edition_assets_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_overrides" ADD CONSTRAINT "finding_overrides_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_overrides" ADD CONSTRAINT "finding_overrides_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_overrides" ADD CONSTRAINT "finding_overrides_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_imports" ADD CONSTRAINT "article_imports_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_imports" ADD CONSTRAINT "article_imports_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_holder_id_users_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_revoked_by_users_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "edition_assets_asset" ON "edition_assets" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "comment_mentions_unseen" ON "comment_mentions" USING btree ("user_id") WHERE seen_at is null;--> statement-breakpoint
CREATE INDEX "comments_article" ON "comments" USING btree ("article_id","at");--> statement-breakpoint
CREATE INDEX "suggestions_article" ON "suggestions" USING btree ("article_id","at");--> statement-breakpoint
CREATE INDEX "finding_overrides_article" ON "finding_overrides" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "preview_links_article" ON "preview_links" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "check_findings_user" ON "check_findings" USING btree ("user_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "figures_label" ON "figures" USING btree ("portal_id",lower(label));--> statement-breakpoint
CREATE INDEX "held_posts_person" ON "held_posts" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "house_names_word" ON "house_names" USING btree ("portal_id","word");--> statement-breakpoint
CREATE INDEX "house_names_state" ON "house_names" USING btree ("portal_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "plain_words_expression" ON "plain_words" USING btree ("portal_id",lower(expression));--> statement-breakpoint
CREATE UNIQUE INDEX "registered_people_name" ON "registered_people" USING btree ("portal_id",lower(name));--> statement-breakpoint
CREATE UNIQUE INDEX "regulations_cited" ON "regulations" USING btree ("portal_id",lower(kind),lower(number),"year");--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_derived_from_assets_id_fk" FOREIGN KEY ("derived_from") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assets_library" ON "assets" USING btree ("portal_id","id");--> statement-breakpoint
CREATE INDEX "assets_words" ON "assets" USING gin ("search_words");--> statement-breakpoint
CREATE INDEX "assets_derived" ON "assets" USING btree ("derived_from");--> statement-breakpoint
CREATE INDEX "assets_rights" ON "assets" USING btree ("portal_id","rights_until") WHERE rights_until is not null;--> statement-breakpoint
CREATE INDEX "revisions_in_order" ON "revisions" USING btree ("edition_id","id");--> statement-breakpoint
-- The uploads that words name: in the text, as the cover, among the attachments.
create function named_assets(body jsonb, cover jsonb, attachments jsonb) returns setof uuid language sql immutable as $$
  select distinct (named #>> '{}')::uuid
  from jsonb_path_query(jsonb_build_array(body, cover, attachments), 'strict $.**.assetId') as named
  where named #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
$$;
--> statement-breakpoint
create function keep_edition_assets() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from edition_assets
    where edition_id = new.id
      and asset_id not in (select named_assets(new.body, new.cover, new.attachments));
  end if;
  insert into edition_assets (edition_id, asset_id)
  select new.id, named_assets(new.body, new.cover, new.attachments)
  on conflict do nothing;
  return null;
end
$$;
--> statement-breakpoint
create trigger editions_keep_assets after insert on editions for each row execute function keep_edition_assets();
--> statement-breakpoint
create trigger editions_renew_assets after update of body, cover, attachments on editions for each row
when (old.body is distinct from new.body or old.cover is distinct from new.cover or old.attachments is distinct from new.attachments)
execute function keep_edition_assets();
--> statement-breakpoint
insert into edition_assets (edition_id, asset_id)
select id, named_assets(body, cover, attachments) from editions
on conflict do nothing;
