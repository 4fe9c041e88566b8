import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import type { EditionId, SuggestionId } from '#lib/ids.ts';
import { anchorOf } from '#lib/richtext/anchor.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anOffice, aPublishedArticle, editionRow, type Office, readyWords } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { articleHistory } from './article-history.ts';
import { conversationForActor } from './conversation.ts';
import { saveWords } from './drafting.ts';
import { wordsOf } from './edition-record.ts';
import { refuseSuggestion, suggest } from './suggestions.ts';

testDatabase();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const title = 'Puskesmas buka imunisasi hari Sabtu';
const aTitledDraft = () => aDraft(office, { words: { title } });
const onSaturday = { place: 'title' as const, ...anchorOf(title, title.indexOf('hari Sabtu'), title.length) };
const proposed = (editionId: EditionId, by = office.leader) =>
  suggest(by, { editionId, anchor: onSaturday, replacement: 'setiap Sabtu', note: 'Bukan hanya sekali.' });
const saving = async (editionId: EditionId, newTitle: string, accepted: SuggestionId[]) => {
  const row = await editionRow(editionId);
  const words = { ...wordsOf(row), title: newTitle };
  return saveWords(office.contributor, {
    ...{ editionId, baseVersion: row.version, saveId: randomUUID(), words, accepted },
  });
};
const stateOf = async (editionId: EditionId) =>
  (await conversationForActor(office.contributor, editionId)).suggestions[0];

describe('a suggested change', () => {
  test('is proposed by whoever reads, and changes nothing by itself', async () => {
    const { editionId } = await aTitledDraft();
    const before = await editionRow(editionId);
    await proposed(editionId);
    expect(await stateOf(editionId)).toMatchObject({ state: 'open', by: office.leader.name, quote: 'hari Sabtu' });
    expect(await editionRow(editionId)).toEqual(before);
    expect(await refusal(proposed(editionId, office.auditor))).toBe('not_allowed');
    expect(await refusal(proposed(editionId, office.admin))).toBe('not_found');
  });

  test('is accepted together with the save that brings its words; the record says who proposed and who accepted', async () => {
    const { editionId } = await aTitledDraft();
    const id = await proposed(editionId);
    await saving(editionId, title.replace('hari Sabtu', 'setiap Sabtu'), [id]);
    expect(await stateOf(editionId)).toMatchObject({ state: 'accepted', decided: { by: office.contributor.name } });
    const [event] = await database()
      .select()
      .from(events)
      .where(and(eq(events.editionId, editionId), eq(events.verb, 'accept_suggestion')));
    expect(event).toMatchObject({ actorId: office.contributor.userId, subjectId: office.leader.userId });
    const { articleId } = await editionRow(editionId);
    const history = await articleHistory(office.contributor, articleId);
    expect(history.events.find(({ verb }) => verb === 'accept_suggestion')).toMatchObject({
      actor: office.contributor.name,
      subject: office.leader.name,
    });
  });

  test('stays open when its words were undone before they were saved', async () => {
    const { editionId } = await aTitledDraft();
    const id = await proposed(editionId);
    await saving(editionId, title, [id]);
    expect((await stateOf(editionId))?.state).toBe('open');
  });

  test('of another edition is not touched by a save', async () => {
    const [one, other] = [await aTitledDraft(), await aTitledDraft()];
    const id = await proposed(one.editionId);
    await saving(other.editionId, 'Puskesmas buka setiap Sabtu', [id]);
    expect((await stateOf(one.editionId))?.state).toBe('open');
  });

  test('is refused by a writer, taken back by its maker, and decided once', async () => {
    const { editionId } = await aTitledDraft();
    const id = await proposed(editionId);
    expect(await refusal(refuseSuggestion(office.editor, { editionId, suggestionId: id }))).toBe('not_allowed');
    await refuseSuggestion(office.contributor, { editionId, suggestionId: id });
    expect(await refusal(refuseSuggestion(office.leader, { editionId, suggestionId: id }))).toBe('conflict');
    const other = await proposed(editionId);
    await refuseSuggestion(office.leader, { editionId, suggestionId: other });
    const { suggestions } = await conversationForActor(office.leader, editionId);
    expect(suggestions.map(({ state }) => state)).toEqual(['refused', 'refused']);
  });

  test('is not made to words that readers have', async () => {
    const { editionId } = await aPublishedArticle(office, { words: readyWords(office) });
    expect(await refusal(proposed(editionId, office.editor))).toBe('conflict');
    expect((await conversationForActor(office.editor, editionId)).maySuggest).toBe(false);
  });
});
