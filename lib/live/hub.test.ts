import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { articles, namedPeople } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { endSession, type LiveSession, liveSession, startSession } from '#lib/accounts/sessions.ts';
import { submit } from '#lib/newsroom/publishing.ts';
import { recordEvents } from '#lib/record/events.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anAgency, anOffice, aPerson, type Office } from '#lib/testing/newsroom.ts';
import { announceNews } from './announce.ts';
import { type Live, openLive } from './open-live.ts';
import { type LiveSignal, signalIn } from './signal.ts';

testConfiguration();
testDatabase();

let office: Office;
let live: Live;
let other: Live;
beforeEach(async () => {
  office = await anOffice();
  // Two processes hear each other: each has a hub and a connection of its own.
  live = openLive();
  other = openLive();
  await settled();
});
afterEach(async () => {
  await Promise.all([live.stop(), other.stop()]);
});

/** Resolves once both hubs hear: what is announced before is not heard. */
async function settled(): Promise<void> {
  const probe = await aDesk(live, office.auditor);
  const second = await aDesk(other, office.auditor);
  await vi.waitFor(async () => {
    await transaction((tx) => announceNews(tx, [office.auditor.userId]));
    expect(probe.heard.length > 0 && second.heard.length > 0).toBe(true);
  }, 10_000);
  probe.leave();
  second.leave();
}

async function aDesk({ hub }: Live, actor: Actor) {
  const { token } = await startSession(actor.userId, 'Uji');
  const session = await liveSession(token);
  if (session === null) throw new Error('The session is not live.');
  const heard: (LiveSignal | undefined)[] = [];
  let isOpen = true;
  const desk: LiveSession & { say(text: string): void; end(): void } = {
    ...session,
    say: (text) => void (text.startsWith('data: ') && heard.push(signalIn(text.slice(6)))),
    end: () => {
      isOpen = false;
    },
  };
  const leave = hub.join(desk);
  // Each is greeted with the number of its unread news.
  if (leave !== undefined) await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'news', unread: 0 }), 10_000);
  heard.length = 0;
  return { heard, token, leave: () => leave?.(), isOpen: () => isOpen, wasTaken: leave !== undefined };
}

describe('an open desk', () => {
  it('hears of an article it may see, on every instance', async () => {
    const here = await aDesk(live, office.colleague);
    const there = await aDesk(other, office.colleague);
    const draft = await aDraft(office);
    await submit(office.contributor, draft);
    const expected = { kind: 'articles', articleIds: [draft.articleId] };
    await vi.waitFor(() => expect(here.heard).toContainEqual(expected), 10_000);
    await vi.waitFor(() => expect(there.heard).toContainEqual(expected), 10_000);
  });

  it('hears of all that was recorded at once', async () => {
    const desk = await aDesk(live, office.editor);
    const drafts = [await aDraft(office), await aDraft(office)];
    await transaction((tx) =>
      recordEvents(
        tx,
        drafts.map((draft) => ({
          ...{ portalId: office.portalId, actorId: null, actorRole: null, verb: 'discard' as const },
          ...{ articleId: draft.articleId, editionId: draft.editionId },
        })),
      ),
    );
    const ids = () => desk.heard.flatMap((signal) => (signal?.kind === 'articles' ? signal.articleIds : []));
    await vi.waitFor(
      () => expect(ids()).toEqual(expect.arrayContaining(drafts.map(({ articleId }) => articleId))),
      10_000,
    );
  });

  it('hears nothing of drafts of another agency, and of a confidential draft only when named', async () => {
    const { agencyId } = await anAgency(office.portalId);
    const stranger = await aPerson({ name: 'Dedi Lain', role: 'contributor', portalId: office.portalId, agencyId });
    const draft = await aDraft(office);
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, draft.articleId));
    await database().insert(namedPeople).values({ articleId: draft.articleId, userId: office.contributor.userId });
    const outside = await aDesk(live, stranger);
    const colleague = await aDesk(live, office.colleague);
    const named = await aDesk(live, office.contributor);
    const editor = await aDesk(live, office.editor);
    await submit(office.contributor, draft);
    await vi.waitFor(() => expect(named.heard).toHaveLength(1), 10_000);
    expect(outside.heard).toEqual([]);
    expect(colleague.heard).toEqual([]);
    expect(editor.heard).toEqual([]);
  });

  it('hears no more once its session has ended, not even the signal that comes next', async () => {
    const desk = await aDesk(live, office.editor);
    const witness = await aDesk(live, office.otherEditor);
    await endSession(desk.token);
    const draft = await aDraft(office);
    await submit(office.contributor, draft);
    await vi.waitFor(() => expect(witness.heard.length).toBeGreaterThan(0), 10_000);
    expect(desk.heard).toEqual([]);
    expect(desk.isOpen()).toBe(false);
  });

  it('is told how much news is unread, which is only its own', async () => {
    const desk = await aDesk(live, office.editor);
    const witness = await aDesk(live, office.otherEditor);
    await transaction((tx) => announceNews(tx, [office.editor.userId]));
    await vi.waitFor(() => expect(desk.heard).toEqual([{ kind: 'news', unread: 0 }]), 10_000);
    expect(witness.heard).toEqual([]);
  });

  it('is told to look anew when signals may have been missed, and is sent away when we stop', async () => {
    const desk = await aDesk(live, office.editor);
    live.hub.missed();
    expect(desk.heard).toEqual([{ kind: 'missed' }]);
    await live.stop();
    expect(desk.isOpen()).toBe(false);
    expect((await aDesk(live, office.editor)).wasTaken).toBe(false);
  });

  it('one person holds only so many', async () => {
    const desks = await Promise.all(Array.from({ length: 9 }, () => aDesk(live, office.editor)));
    expect(desks.filter(({ wasTaken }) => wasTaken)).toHaveLength(8);
  });

  it('takes no notice of what is no notice of ours', async () => {
    const desk = await aDesk(live, office.editor);
    live.hub.hear('bukan JSON');
    live.hub.hear('{"event":{"verb":"submit"}}');
    await transaction((tx) => announceNews(tx, [office.editor.userId]));
    await vi.waitFor(() => expect(desk.heard).toEqual([{ kind: 'news', unread: 0 }]), 10_000);
  });
});
