import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { articles, events, namedPeople } from '#db/schema/index.ts';
import { parseDocument } from '#lib/richtext/document.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anOffice, aPublishedArticle, editionRow, type Office } from '#lib/testing/newsroom.ts';
import { wordsInput } from './article-input.ts';
import { createArticle } from './drafting.ts';
import { wordsOf } from './edition-record.ts';
import { copyArticle, draftFromEvent } from './starting-points.ts';
import { templates } from './templates.ts';

testDatabase();

describe('templates', () => {
  test.each(templates)('%s begins an article whose places to fill stand in square brackets', async (template) => {
    const office = await anOffice();
    const { editionId } = await createArticle(office.contributor, { agencyId: office.agencyId, template });
    const words = wordsOf(await editionRow(editionId));
    expect(wordsInput.parse(words)).toEqual(words);
    expect(parseDocument(words.body)).toEqual({ ok: true, document: words.body });
    expect(words.lead).toMatch(/^\[/);
    expect(JSON.stringify(words.body)).toMatch(/\[[^\]]+\]/);
  });

  test('the kind comes with the template', async () => {
    const office = await anOffice();
    const begun = await createArticle(office.contributor, { agencyId: office.agencyId, template: 'press_release' });
    expect((await editionRow(begun.editionId)).kind).toBe('press_release');
  });
});

const anEvent = (office: Office) =>
  aPublishedArticle(office, {
    words: {
      kind: 'agenda_event',
      title: 'Pekan pasar tani',
      datelinePlace: 'Samarinda',
      details: { startsAt: '2026-12-01T17:00:00Z', venue: 'Aula Kecamatan', audience: 'public' },
    },
  });

describe('an article about an event', () => {
  test('has its title, day, place and the event itself', async () => {
    const office = await anOffice();
    const event = await anEvent(office);
    const { editionId, articleId } = await draftFromEvent(office.contributor, {
      agencyId: office.agencyId,
      eventId: event.articleId,
    });
    const words = wordsOf(await editionRow(editionId));
    // The day where the portal is, not in Greenwich.
    expect(words).toMatchObject({ kind: 'news', title: 'Pekan pasar tani', eventDate: '2026-12-02' });
    expect(words.lead).toContain('di Aula Kecamatan');
    expect(words.relatedIds).toEqual([event.articleId]);
    expect(words.body.content.at(-1)).toMatchObject({
      type: 'agendaEvent',
      attrs: { articleId: event.articleId, when: 'Rabu, 2 Desember 2026, 01.00 WITA', venue: 'Aula Kecamatan' },
    });
    const [told] = await database().select().from(events).where(eq(events.articleId, articleId));
    expect(told).toMatchObject({ verb: 'create', detail: { event: event.articleId } });
  });

  test('is refused for what is no event readers can see, and for an agency elsewhere', async () => {
    const office = await anOffice();
    const { agencyId } = office;
    const news = await aPublishedArticle(office);
    const draft = await aDraft(office, { words: { kind: 'agenda_event' } });
    const event = await anEvent(office);
    for (const eventId of [news.articleId, draft.articleId])
      await expect(draftFromEvent(office.contributor, { agencyId, eventId })).rejects.toMatchObject({
        code: 'not_found',
      });
    const other = await anOffice();
    const input = { agencyId: other.agencyId, eventId: event.articleId };
    await expect(draftFromEvent(other.contributor, input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(draftFromEvent(office.contributor, input)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a copy', () => {
  test('has the words, but not what belongs to that publication', async () => {
    const office = await anOffice();
    const source = await aPublishedArticle(office, {
      words: {
        kind: 'press_release',
        title: 'Loket baru dibuka',
        eventDate: '2026-01-14',
        details: { contactName: 'Siti', contactPhone: '0541', embargoUntil: '2020-01-01T00:00:00Z' },
      },
    });
    const { editionId, articleId } = await copyArticle(office.colleague, { articleId: source.articleId });
    const [from, copy] = [wordsOf(await editionRow(source.editionId)), wordsOf(await editionRow(editionId))];
    const { embargoUntil: _embargo, ...details } = from.details;
    expect(copy).toEqual({ ...from, details, eventDate: null, publicNote: '' });
    expect(await editionRow(editionId)).toMatchObject({
      state: 'draft',
      number: 1,
      createdBy: office.colleague.userId,
    });
    const [told] = await database().select().from(events).where(eq(events.articleId, articleId));
    expect(told).toMatchObject({ verb: 'create', detail: { copiedFrom: source.articleId } });
  });

  test('of what one may not see is not found, of what one does not write not allowed', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    const stranger = (await anOffice()).contributor;
    await expect(copyArticle(stranger, draft)).rejects.toMatchObject({ code: 'not_found' });
    for (const actor of [office.leader, office.auditor, office.editor])
      await expect(copyArticle(actor, draft)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('of a confidential article is refused, since the whole agency would read it', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, draft.articleId));
    await database().insert(namedPeople).values({ articleId: draft.articleId, userId: office.contributor.userId });
    await expect(copyArticle(office.contributor, draft)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(copyArticle(office.colleague, draft)).rejects.toMatchObject({ code: 'not_found' });
  });
});
