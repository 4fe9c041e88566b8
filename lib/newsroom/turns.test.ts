import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { articles, events, namedPeople, presences, revisions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import type { EditionId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anArticleInEditing, anOffice, editionRow, readyWords, withRole } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { saveWords } from './drafting.ts';
import { beat } from './presence.ts';
import type { Beat } from './presence-shapes.ts';
import { askForTurn, giveTurn, keepTurn, takeTurn } from './turns.ts';

testDatabase();

let clock = Date.now();
let putBack: (() => void) | undefined;
beforeEach(() => {
  putBack = useClock(() => new Date(clock));
});
afterEach(() => putBack?.());
const pass = (seconds: number) => {
  clock += seconds * 1000;
};

/** An open page of somebody, which beats when told to. */
function aPage(actor: Actor, editionId: EditionId) {
  const tab = randomUUID();
  const sign = (event: Beat['event'], typedAgo: number | null) => beat(actor, { editionId, tab, event, typedAgo });
  return {
    opens: () => sign('opens', null),
    stays: () => sign('stays', null),
    types: () => sign('stays', 0),
    leaves: () => sign('leaves', null),
  };
}

async function twoPages() {
  const office = await anOffice();
  const { editionId } = await aDraft(office);
  // Typing the draft was long ago.
  pass(600);
  const dewi = aPage(office.contributor, editionId);
  const maria = aPage(office.colleague, editionId);
  return { office, editionId, dewi, maria };
}

const save = (by: Actor, editionId: EditionId, baseVersion: number, words: Parameters<typeof saveWords>[1]['words']) =>
  saveWords(by, { editionId, baseVersion, saveId: randomUUID(), words });

describe('who has an edition open', () => {
  test('is told by name, typing or not, until 45 seconds after the last sign of life', async () => {
    const { office, dewi, maria } = await twoPages();
    expect((await dewi.opens()).people).toEqual([]);
    await maria.opens();
    await maria.types();
    expect((await dewi.stays()).people).toEqual([
      { id: office.colleague.userId, name: office.colleague.name, isTyping: true },
    ]);
    pass(20);
    expect((await dewi.stays()).people[0]?.isTyping).toBe(false);
    pass(30);
    expect((await dewi.stays()).people).toEqual([]);
    expect(await database().$count(presences, eq(presences.userId, office.colleague.userId))).toBe(0);
  });

  test('is forgotten at once when the page closes, and leaves no event', async () => {
    const { dewi, maria, editionId } = await twoPages();
    await dewi.opens();
    await maria.opens();
    const before = await database().$count(events, eq(events.editionId, editionId));
    await maria.leaves();
    expect((await dewi.stays()).people).toEqual([]);
    expect(await database().$count(events, eq(events.editionId, editionId))).toBe(before);
  });

  test('is told to readers of the desk too, who take no turn by opening', async () => {
    const { office, editionId, dewi } = await twoPages();
    const editor = await aPage(office.editor, editionId).opens();
    expect(editor).toMatchObject({ mayWrite: false, seat: null });
    expect((await dewi.opens()).seat).toMatchObject({ isMine: true });
  });

  test('is told to nobody who may not see it, from the moment they may not', async () => {
    const { office, editionId, maria } = await twoPages();
    expect(await refusal(aPage(office.admin, editionId).opens())).toBe('not_found');
    await maria.opens();
    const { articleId } = await editionRow(editionId);
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, articleId));
    await database().insert(namedPeople).values({ articleId, userId: office.contributor.userId });
    expect(await refusal(maria.stays())).toBe('not_found');
  });

  test('learns of a newer version', async () => {
    const { office, editionId, dewi, maria } = await twoPages();
    await dewi.opens();
    const { version } = await maria.opens();
    await save(office.contributor, editionId, version, readyWords(office, { title: 'Judul baru' }));
    expect((await maria.stays()).version).toBe(version + 1);
  });

  test('does not move another person’s tab', async () => {
    const { office, editionId } = await twoPages();
    const tab = randomUUID();
    await beat(office.contributor, { editionId, tab, event: 'opens', typedAgo: null });
    await beat(office.colleague, { editionId, tab, event: 'stays', typedAgo: 0 });
    const [row] = await database().select().from(presences).where(eq(presences.tabId, tab));
    expect(row).toMatchObject({ userId: office.contributor.userId, typedAt: null });
  });
});

describe('the turn to write', () => {
  test('is asked for, kept, asked for again and given, and giving is in the record', async () => {
    const { office, editionId, dewi, maria } = await twoPages();
    await dewi.opens();
    expect((await maria.opens()).seat).toMatchObject({ isMine: false, holder: { name: office.contributor.name } });
    await askForTurn(office.colleague, { editionId });
    expect((await dewi.stays()).seat?.askedBy?.name).toBe(office.colleague.name);
    await keepTurn(office.contributor, { editionId });
    expect((await maria.stays()).seat).toMatchObject({ isMine: false, askedBy: null });
    await askForTurn(office.colleague, { editionId });
    await giveTurn(office.contributor, { editionId });
    expect((await maria.stays()).seat?.isMine).toBe(true);
    expect(await refusal(giveTurn(office.contributor, { editionId }))).toBe('conflict');
    const [event] = await database()
      .select()
      .from(events)
      .where(and(eq(events.editionId, editionId), eq(events.verb, 'give_turn')));
    expect(event).toMatchObject({ actorId: office.contributor.userId, subjectId: office.colleague.userId });
  });

  test('is not taken from somebody who types, but from somebody who rests or has gone', async () => {
    const { office, editionId, dewi, maria } = await twoPages();
    await dewi.opens();
    await dewi.types();
    await maria.opens();
    expect(await refusal(takeTurn(office.colleague, { editionId }))).toBe('not_allowed');
    for (const _ of [1, 2, 3, 4, 5]) {
      pass(30);
      await dewi.stays();
    }
    expect((await maria.stays()).seat?.mayTake).toBe(true);
    await takeTurn(office.colleague, { editionId });
    expect((await dewi.stays()).seat).toMatchObject({ isMine: false, holder: { name: office.colleague.name } });
    pass(50);
    await takeTurn(office.contributor, { editionId });
    expect((await dewi.stays()).seat?.isMine).toBe(true);
  });

  test('a managing editor who writes here takes it at once', async () => {
    const { office, editionId, dewi } = await twoPages();
    await dewi.opens();
    await dewi.types();
    const managing = await withRole(office.managingEditor, 'contributor', office);
    await takeTurn(managing, { editionId });
    expect((await dewi.stays()).seat).toMatchObject({ isMine: false, holder: { name: managing.name } });
  });

  test('goes to the next who opens once the holder has closed the page', async () => {
    const { dewi, maria } = await twoPages();
    await dewi.opens();
    await dewi.leaves();
    expect((await maria.opens()).seat?.isMine).toBe(true);
  });

  test('is nobody’s who only reads, and none at the desk', async () => {
    const { office, editionId } = await twoPages();
    for (const act of [askForTurn, keepTurn, giveTurn, takeTurn]) {
      expect(await refusal(act(office.editor, { editionId }))).toBe('not_allowed');
      expect(await refusal(act(office.admin, { editionId }))).toBe('not_found');
    }
    const editing = await anArticleInEditing(office);
    expect(await refusal(takeTurn(office.editor, editing))).toBe('conflict');
    expect((await aPage(office.contributor, editing.editionId).stays()).seat).toMatchObject({
      isClaim: true,
      holder: { name: office.editor.name },
      mayTake: false,
    });
  });
});

describe('words that arrive from somebody without the turn', () => {
  const titled = (office: Parameters<typeof readyWords>[0], title: string) => readyWords(office, { title });

  test('are saved while they still fit: the new holder has not typed yet', async () => {
    const { office, editionId, dewi, maria } = await twoPages();
    const { version } = await dewi.opens();
    await maria.opens();
    pass(130);
    await maria.stays();
    await takeTurn(office.colleague, { editionId });
    const late = await save(office.contributor, editionId, version, titled(office, 'Belum terkirim'));
    expect(late.outcome).toBe('saved');
    expect((await editionRow(editionId)).title).toBe('Belum terkirim');
  });

  test('are kept aside as their own once the holder has typed, and overwrite nothing', async () => {
    const { office, editionId, dewi, maria } = await twoPages();
    const { version } = await dewi.opens();
    await maria.opens();
    pass(130);
    await maria.stays();
    await takeTurn(office.colleague, { editionId });
    await maria.types();
    const late = await save(office.contributor, editionId, version, titled(office, 'Kata saya'));
    expect(late).toMatchObject({ outcome: 'stranded' });
    expect(late.outcome === 'stranded' && late.text).toContain(`${office.colleague.name} sedang memegang giliran`);
    expect((await editionRow(editionId)).version).toBe(version);
    const [kept] = await database()
      .select()
      .from(revisions)
      .where(and(eq(revisions.editionId, editionId), eq(revisions.reason, 'stranded')));
    expect(kept).toMatchObject({ by: office.contributor.userId, words: { title: 'Kata saya' } });
    const theirs = await save(office.colleague, editionId, version, titled(office, 'Kata Maria'));
    expect(theirs.outcome).toBe('saved');
  });

  test('are a conflict as ever when the holder has saved and rests', async () => {
    const { office, editionId, dewi, maria } = await twoPages();
    const { version } = await dewi.opens();
    await maria.opens();
    await save(office.contributor, editionId, version, titled(office, 'Kata Dewi'));
    pass(150);
    const late = await save(office.colleague, editionId, version, titled(office, 'Kata Maria'));
    expect(late).toMatchObject({ outcome: 'conflict', words: { title: 'Kata Dewi' } });
  });
});
