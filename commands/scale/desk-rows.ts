import { patientClient } from './copies.ts';

/** How much a desk is filled with. */
export const deskSize = { open: 50_000, closed: 1_000_000 } as const;

export type DeskRows = { open: number; closed: number };

const portion = 100_000;

/**
 * Puts so many editions under way, and so many that are over, beside what the demo has. They are rows for
 * measuring, written past the verbs: their signatures hold under no key, and the log knows nothing of them.
 * What is over was superseded, rejected or discarded, with short words; what is under way has the words of
 * a demo article, three versions and two signatures each.
 */
export async function fillDesk({ open, closed }: DeskRows): Promise<void> {
  const owner = patientClient();
  try {
    for (let begun = 0; begun < closed; begun += portion) {
      await owner.unsafe(editionsOf(Math.min(portion, closed - begun), over));
    }
    for (let begun = 0; begun < open; begun += portion) {
      await owner.unsafe(editionsOf(Math.min(portion, open - begun), underWay));
    }
    await owner.unsafe(pastOfOpen);
    await owner.unsafe('vacuum analyze');
  } finally {
    await owner.end({ timeout: 5 });
  }
}

/** What is in such a database, so that it is filled once. */
export async function deskRows(): Promise<DeskRows> {
  const owner = patientClient();
  try {
    const [found] = await owner<DeskRows[]>`
      select (select count(*) from queue_entries)::int as open,
        (select count(*) from editions where state in ('superseded', 'rejected', 'discarded'))::int as closed`;
    return found ?? { open: 0, closed: 0 };
  } finally {
    await owner.end({ timeout: 5 });
  }
}

type Road = { state: string; columns: string; values: string; body: string };

/** Of twenty: eight submitted, three verified, three held, four approved, two scheduled. */
const underWay: Road = {
  state: `(array['submitted','submitted','submitted','submitted','submitted','submitted','submitted','submitted',
    'verified','verified','verified','in_editing','in_editing','in_editing','approved','approved','approved','approved',
    'scheduled','scheduled'])[1 + made.number % 20]::edition_state`,
  columns: ', claimed_by, claimed_from, scheduled_for, waiting_since, target_at, priority, assigned_to, due_at',
  values: `,
    case when made.number % 20 in (11, 12, 13) then desk.editor end,
    case when made.number % 20 in (11, 12, 13) then 'submitted'::edition_state end,
    case when made.number % 20 >= 18 then now() + made.number % 90 * interval '1 hour' end,
    now() - made.number % 40000 * interval '1 minute',
    now() + (made.number % 9000 - 3000) * interval '1 minute',
    (array['normal','normal','normal','high','low','urgent'])[1 + made.number % 6]::priority,
    case when made.number % 3 = 0 then desk.editor end,
    case when made.number % 9 = 0 then now() + made.number % 200 * interval '1 hour' end`,
  body: 'pattern.body',
};

const over: Road = {
  state: `(array['superseded','superseded','rejected','discarded'])[1 + made.number % 4]::edition_state`,
  columns: '',
  values: '',
  body: `'{"type":"doc","content":[]}'::jsonb`,
};

/** One statement that begins so many articles with one edition each, spread over the portal's agencies and kinds. */
function editionsOf(count: number, { state, columns, values, body }: Road): string {
  return `
    with desk as (
      select portal_id, user_id as editor from memberships where role = 'editor' and ended_at is null order by id limit 1
    ), homes as (
      select array_agg(agencies.id order by slug) as ids from agencies join desk using (portal_id)
    ), pattern as (
      select body, lead from editions where state = 'published' order by id limit 1
    ), begun as (
      insert into articles (portal_id, agency_id, created_by, created_at)
      select desk.portal_id, homes.ids[1 + number % cardinality(homes.ids)], desk.editor, now() - number * interval '1 minute'
      from desk, homes, generate_series(1, ${count}) as number
      returning id, agency_id, created_at
    ), made as (
      select *, row_number() over () as number from begun
    )
    insert into editions (article_id, number, state, created_by, created_at, submitted_by, submitted_at, kind, title, lead, body${columns})
    select made.id, 1, ${state}, desk.editor, made.created_at, desk.editor, made.created_at,
      (array['news','news','news','press_release','announcement'])[1 + made.number % 5]::article_kind,
      (array['Layanan','Jembatan','Imunisasi','Banjir','Sekolah'])[1 + made.number % 5] || ' ' ||
        (array['dibuka','diperbaiki','dimulai','surut'])[1 + made.number % 4] || ' di kampung ' || made.number,
      pattern.lead, ${body}${values}
    from made, desk, pattern`;
}

/** Versions and signatures of what is under way: a list reads both. */
const pastOfOpen = `
  with open as (
    select editions.* from editions join queue_entries on queue_entries.edition_id = editions.id
    where not exists (select 1 from revisions where revisions.edition_id = editions.id)
  ), versions as (
    insert into revisions (edition_id, words, content_hash, by, reason, started_at, at)
    select open.id, '{}'::jsonb, md5(open.id::text), open.created_by, 'typing', open.created_at, open.created_at
    from open, generate_series(1, 3)
  )
  insert into signatures (edition_id, content_hash, user_id, role, act, at, mac, key_id)
  select open.id, md5(open.id::text), open.created_by, 'contributor', act::signature_act, open.created_at, md5(act), 'ukur'
  from open, unnest(array['submit','verify']) as act`;
