-- Numbers the pairs of words that stand beside one another: sixteen million numbers, so that two pairs
-- seldom share one and the index has not a key for each. Only a hash that is the same in every version
-- of PostgreSQL may be kept in rows.
create function adjacent_pairs(words tsvector) returns integer[] language sql immutable strict parallel safe as $$
  with placed as materialized (
    select word.lexeme, place from unnest(words) word, unnest(word.positions) place where word.lexeme <> '|'
  )
  select coalesce(
    array_agg(distinct (crc32(convert_to(word.lexeme || ' ' || next.lexeme, 'UTF8')) & 16777215)::integer),
    '{}')
  from placed word join placed next on next.place = word.place + 1
$$;
--> statement-breakpoint
CREATE TABLE "search_headings" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_headings" ADD CONSTRAINT "search_headings_article_id_search_entries_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."search_entries"("article_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
insert into search_headings select article_id, ts_filter(words, '{a,b}') from search_entries;--> statement-breakpoint
DROP INDEX "search_entries_words";--> statement-breakpoint
ALTER TABLE "search_entries" ADD COLUMN "pairs" integer[] NOT NULL DEFAULT '{}';--> statement-breakpoint
-- Only what a search visits by the hundred thousand stays in the rows: words and pairs lie apart.
alter table search_entries set (toast_tuple_target = 256);--> statement-breakpoint
update search_entries set pairs = adjacent_pairs(words);--> statement-breakpoint
ALTER TABLE "search_entries" ALTER COLUMN "pairs" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "search_entries_words" ON "search_entries" USING gin ("words","pairs");--> statement-breakpoint
CREATE INDEX "search_headings_words" ON "search_headings" USING gin ("words");
