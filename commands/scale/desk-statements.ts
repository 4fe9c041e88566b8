/**
 * The statements that fill a desk. They are written for one connection: what the first makes (people, homes,
 * phrases) lies in temporary tables for those after it.
 */

/** Accounts of their own beside the demo's few: writers in every agency, and editors. */
const people = { writers: 300, editors: 20 } as const;
/** Different beginnings of titles, and leads; common words in many of them, rare ones in one or two. */
const phrases = 20_000;
/** Years over which the closed are spread, up to two days ago: the demo's own stay the newest. */
export const years = 12;

/** Who works there, where, and of what is written. */
export const office: readonly string[] = [
  `create temporary table desk_portal as
    select portal_id as id from memberships where role = 'editor' and ended_at is null order by memberships.id limit 1`,
  `create temporary table desk_homes as
    select agencies.id, row_number() over (order by slug) - 1 as place
    from agencies join desk_portal on desk_portal.id = agencies.portal_id`,
  `with made as (
      insert into users (email, name)
      select format('ukur-%s@bench.example', number), 'Orang ukur ' || number
      from generate_series(1, ${people.writers + people.editors}) as number
      returning id, substring(email from '[0-9]+')::int as number
    )
    insert into memberships (user_id, portal_id, agency_id, role, effective_at)
    select made.id, desk_portal.id, case when number <= ${people.writers} then desk_homes.id end,
      (case when number <= ${people.writers} then 'contributor' else 'editor' end)::role, now() - interval '${years} years'
    from made, desk_portal, desk_homes where desk_homes.place = made.number % (select count(*) from desk_homes)`,
  `create temporary table desk_writers as
    select agency_id, user_id, row_number() over of_home - 1 as place, count(*) over (partition by agency_id) as among
    from memberships join desk_portal on desk_portal.id = memberships.portal_id
    where role = 'contributor' and ended_at is null and effective_at is not null
    window of_home as (partition by agency_id order by memberships.id)`,
  `create temporary table desk_editors as
    select user_id, row_number() over (order by memberships.id) - 1 as place
    from memberships join desk_portal on desk_portal.id = memberships.portal_id
    where role = 'editor' and ended_at is null and effective_at is not null`,
  'select setseed(0.5)',
  `create temporary table desk_phrases as
    with written as (
      select regexp_split_to_table(lower(title || ' ' || lead), '[^a-z]+') as word from editions where state = 'published'
    ), known as (
      select array_agg(word order by uses desc, word) as words
      from (select word, count(*) as uses from written where length(word) > 2 group by word) as counted
    ), drawn as (
      -- Few words often, most of them seldom, as in a language.
      select place, nth, words[1 + floor(cardinality(words) * power(random(), 3))::int] as word
      from known, generate_series(0, ${phrases - 1}) as place, generate_series(1, 24) as nth
    )
    select place, initcap(string_agg(word, ' ' order by nth) filter (where nth <= 5)) as title,
      string_agg(word, ' ' order by nth) filter (where nth > 5) || '.' as lead
    from drawn group by place`,
  'analyze desk_portal, desk_homes, desk_writers, desk_editors, desk_phrases',
];

/** Some of the numbers with all that stands for each: where it belongs, who wrote and edits it, since when it is there. */
const madeOf = (from: number, to: number, age: string) => `
  made as materialized (
    select number, desk_portal.id as portal_id, desk_homes.id as agency_id, desk_writers.user_id as writer,
      desk_editors.user_id as editor, desk_phrases.title || ' di kampung ' || number as title, desk_phrases.lead,
      uuidv7(-(${age})) as article_id, uuidv7(-(${age})) as id, now() - (${age}) as at,
      (array['news','news','news','press_release','announcement'])[1 + number / 20 % 5]::article_kind as kind,
      (array['Samarinda','Balikpapan','Bontang','Tenggarong','Sangatta'])[1 + number % 5] as place
    from generate_series(${from}, ${to}) as number
      join desk_portal on true
      join desk_homes on desk_homes.place = number % (select count(*) from desk_homes)
      join desk_writers on desk_writers.agency_id = desk_homes.id
        and desk_writers.place = number / (select count(*) from desk_homes) % (select min(among) from desk_writers)
      join desk_editors on desk_editors.place = number / 3 % (select count(*) from desk_editors)
      join desk_phrases on desk_phrases.place = number::bigint * 7919 % ${phrases}
    order by number
  )`;

/** Of ten: six published, one each archived, superseded, rejected and discarded; what was discarded long ago is purged. */
export const closedEditions = (from: number, to: number, all: number) => `
  with ${madeOf(from, to, `interval '2 days' + (${all} - number) * (interval '${years} years' / ${all})`)},
  ended as (
    select made.*, (array['published','published','published','published','published','published','archived','superseded',
      'rejected','discarded'])[1 + number % 10]::edition_state as state
    from made
  ), begun as (
    insert into articles (id, portal_id, agency_id, slug, first_published_at, created_by, created_at)
    select article_id, portal_id, agency_id, case when number % 10 < 8 then 'ukur-' || number end,
      case when number % 10 < 8 then at end, writer, at - interval '1 day'
    from ended
  )
  insert into editions (id, article_id, number, state, created_by, created_at, submitted_by, submitted_at, kind, title, lead, body,
    dateline_place, event_date, last_typed_at, last_typed_by, published_at, content_hash, card_mac, card_key_id,
    discarded_at, discarded_from, purged_at)
  select id, article_id, 1, state, writer, at - interval '1 day', writer, at - interval '20 hours', kind, title, lead,
    '{"type":"doc","content":[]}'::jsonb, place, case when number % 7 = 0 then at::date end, at - interval '21 hours', writer,
    case when number % 10 < 8 then at end, case when number % 10 < 8 then md5(id::text) end,
    case when number % 10 < 8 then 'ukur' end, case when number % 10 < 8 then 'ukur' end,
    case when state = 'discarded' then at end, case when state = 'discarded' then 'draft'::edition_state end,
    case when state = 'discarded' and at < now() - interval '30 days' then at + interval '30 days' end
  from ended`;

/** Of twenty: eight submitted, three verified, three held, four approved, two scheduled, none of them soon. */
export const openEditions = (count: number) => `
  with ${madeOf(1, count, `number % 40000 * interval '1 minute'`)},
  pattern as (select body from editions where state = 'published' and card_key_id <> 'ukur' order by id limit 1),
  begun as (
    insert into articles (id, portal_id, agency_id, created_by, created_at)
    select article_id, portal_id, agency_id, writer, at from made
  )
  insert into editions (id, article_id, number, state, created_by, created_at, submitted_by, submitted_at, kind, title, lead, body,
    dateline_place, event_date, last_typed_at, last_typed_by, claimed_by, claimed_from, scheduled_for, waiting_since, target_at,
    priority, assigned_to, due_at)
  select id, article_id, 1,
    (array['submitted','submitted','submitted','submitted','submitted','submitted','submitted','submitted',
      'verified','verified','verified','in_editing','in_editing','in_editing','approved','approved','approved','approved',
      'scheduled','scheduled'])[1 + number % 20]::edition_state,
    writer, at, writer, at, kind, title, lead, pattern.body, place,
    case when number % 3 = 0 then current_date + number % 60 - 30 end, at, writer,
    case when number % 20 in (11, 12, 13) then editor end,
    case when number % 20 in (11, 12, 13) then 'submitted'::edition_state end,
    case when number % 20 >= 18 then now() + interval '2 days' + number % 900 * interval '1 hour' end,
    at, now() + (number % 9000 - 3000) * interval '1 minute',
    (array['normal','normal','normal','high','low','urgent'])[1 + number % 6]::priority,
    case when number % 3 = 0 then editor end,
    case when number % 9 = 0 then now() + number % 200 * interval '1 hour' end
  from made, pattern`;

/** Versions of everything, signatures of what is under way, and where readers would find what is live. */
export const besideEditions: readonly string[] = [
  `insert into revisions (edition_id, words, content_hash, by, reason, started_at, at)
    select editions.id, jsonb_build_object('body', editions.body, 'cover', null, 'attachments', '[]'::jsonb),
      md5(editions.id::text), editions.created_by, 'typing', editions.created_at, editions.created_at
    from editions, generate_series(1, case when state in ('submitted','verified','in_editing','approved','scheduled') then 3 else 1 end)
    where not exists (select 1 from revisions where revisions.edition_id = editions.id)`,
  `insert into signatures (edition_id, content_hash, user_id, role, act, at, mac, key_id)
    select editions.id, md5(editions.id::text), editions.created_by, 'contributor', act::signature_act, editions.created_at, md5(act), 'ukur'
    from queue_entries join editions on editions.id = queue_entries.edition_id, unnest(array['submit','verify']) as act
    where not exists (select 1 from signatures where signatures.edition_id = editions.id)`,
  // In a list that no page has, so that no start lists them anew; readers' pages are another measurement.
  `insert into listed (portal_id, list, at, article_id)
    select portal_id, 'ukur', first_published_at, id from articles where slug like 'ukur-%'`,
  `insert into search_entries (article_id, portal_id, kind, agency_ids, regency_codes, at, words, pairs)
    select articles.id, portal_id, kind, array[articles.agency_id], '{}', first_published_at, '', '{}'
    from articles join editions on editions.article_id = articles.id and state in ('published', 'archived')
    where slug like 'ukur-%'`,
  `insert into search_headings (article_id, words)
    select articles.id, setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', lead), 'B')
    from articles join editions on editions.article_id = articles.id and state in ('published', 'archived')
    where slug like 'ukur-%'`,
  `insert into search_words (portal_id, word, uses)
    select desk_portal.id, word, greatest(1, count(distinct place) * live.articles / ${phrases})
    from desk_portal, (select count(*) as articles from listed where list = 'ukur') as live,
      (select place, regexp_split_to_table(lower(title || ' ' || lead), '[^a-z]+') as word from desk_phrases) as used
    where length(word) > 2 group by desk_portal.id, word, live.articles
    on conflict (portal_id, word) do update set uses = search_words.uses + excluded.uses`,
  // An older install lists the paragraphs of what it had published; these have none.
  `insert into install_facts (name, value) values ('paragraphs_listed', '{}') on conflict do nothing`,
];

/** What every editor was told of: the newest submissions, as the log has them. */
export const newsOfEditors = `
  insert into notifications (user_id, portal_id, kind, event_seq, article_id, edition_id, at, read_at)
  select user_id, portal_id, 'to_edit', seq, article_id, edition_id, at, case when newest > 200 then at end
  from (
    select events.*, row_number() over (order by seq desc) as newest from events where verb = 'submit' order by seq desc limit 5000
  ) as submissions, (select distinct user_id from memberships where role = 'editor' and ended_at is null) as editors
  on conflict do nothing`;

/** Nobody is to be told of what the log was given. */
export const allIsTold = `
  insert into told_events (name, seq) select 'people', coalesce(max(seq), 0) from events
  on conflict (name) do update set seq = excluded.seq`;

/** What was scheduled when a folder was filled would come due one day: it is put off, since it cannot go out. */
export const putOff = `
  update editions set scheduled_for = scheduled_for + interval '60 days'
  where state = 'scheduled' and scheduled_for < now() + interval '1 day'
    and exists (select 1 from signatures where signatures.edition_id = editions.id and key_id = 'ukur')`;
