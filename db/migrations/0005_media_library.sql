CREATE TYPE "public"."photo_origin" AS ENUM('photo', 'illustration', 'ai_made');--> statement-breakpoint
CREATE TABLE "edition_assets" (
	"edition_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	CONSTRAINT "edition_assets_edition_id_asset_id_pk" PRIMARY KEY("edition_id","asset_id")
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
ALTER TABLE "edition_assets" ADD CONSTRAINT "edition_assets_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edition_assets_asset" ON "edition_assets" USING btree ("asset_id");--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_derived_from_assets_id_fk" FOREIGN KEY ("derived_from") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assets_library" ON "assets" USING btree ("portal_id","id");--> statement-breakpoint
CREATE INDEX "assets_words" ON "assets" USING gin ("search_words");--> statement-breakpoint
CREATE INDEX "assets_derived" ON "assets" USING btree ("derived_from");--> statement-breakpoint
CREATE INDEX "assets_rights" ON "assets" USING btree ("portal_id","rights_until") WHERE rights_until is not null;--> statement-breakpoint
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
