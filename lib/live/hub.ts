import { z } from 'zod';
import { loadActor } from '#lib/accounts/actor.ts';
import { type LiveSession, sessionsStillLive } from '#lib/accounts/sessions.ts';
import { domainErrorCode } from '#lib/errors.ts';
import { editionId, portalId, type UserId, userId } from '#lib/ids.ts';
import { jsonIn } from '#lib/json-text.ts';
import { logBug } from '#lib/log.ts';
import { processWide } from '#lib/process-wide.ts';
import type { AnnouncedEvent } from './announce.ts';
import { articlesFor, heardEditions, hearsAlarm, unreadOf } from './hearing.ts';
import { endedEvent, type LiveSignal } from './signal.ts';

/** An open page of somebody, and how it is spoken to. */
type Desk = LiveSession & { say(text: string): void; end(): void };

/** All open desks of this process. */
export type LiveHub = {
  /**
   * Takes in an open page.
   *
   * @returns how to take it out again; undefined when this person or the whole house has too many
   */
  join(desk: Desk): (() => void) | undefined;
  /** An announcement came: it is passed on within a tenth of a second, together with others. */
  hear(notice: string): void;
  /** Announcements may have been missed: everyone looks anew. */
  missed(): void;
  /** Desks that are open now. */
  count(): number;
  /** Sends everyone away, to another instance, and takes nobody in any more. */
  close(): void;
};

/** Milliseconds: gathering signals, a sign of life (proxies cut silent connections), a look at all sessions. */
const gatherFor = 100;
const breatheEvery = 25_000;
const checkEvery = 60_000;
const most = { ofOnePerson: 8, inAll: 1_500 };

const event = z.strictObject({
  portalId: portalId.nullable(),
  editionId: editionId.nullable(),
  subjectId: userId.nullable(),
  verb: z.string(),
});
const noticeShape = z.union([z.strictObject({ event }), z.strictObject({ news: z.array(userId) })]);

const held = processWide<{ hub: LiveHub | undefined }>('live_hub', () => ({ hub: undefined }));

/** The hub of this process, once the program has opened it. */
export function liveHub(): LiveHub | undefined {
  return held.value.hub;
}

/** Opens the hub; server.ts does, once. */
export function openHub(): LiveHub {
  const hub = newHub();
  held.value.hub = hub;
  return hub;
}

function newHub(): LiveHub {
  const desks = new Set<Desk>();
  let events: AnnouncedEvent[] = [];
  const withNews = new Set<UserId>();
  let gathering: NodeJS.Timeout | undefined;
  let isClosed = false;

  const breathing = setInterval(() => {
    for (const desk of desks) desk.say(':\n\n');
  }, breatheEvery);
  const checking = setInterval(() => void inPeace(() => checkAll(true)), checkEvery);
  breathing.unref();
  checking.unref();

  /** What fails here costs a signal, never the process; whoever missed one looks anew. */
  async function inPeace(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      logBug('live', error);
      missed();
    }
  }

  function missed(): void {
    for (const desk of desks) tell(desk, { kind: 'missed' });
  }

  function gather(): void {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      const [heard, told] = [events, [...withNews]];
      events = [];
      withNews.clear();
      void inPeace(() => passOn(heard, told));
    }, gatherFor);
  }

  async function passOn(heard: readonly AnnouncedEvent[], told: readonly UserId[]): Promise<void> {
    if (desks.size === 0) return;
    // Before anything is said: a session that has ended meanwhile hears nothing more.
    await checkAll(false);
    await renew(new Set(heard.flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId]))));
    const editionIds = new Set(heard.flatMap(({ editionId: id }) => (id === null ? [] : [id])));
    const [editions, unread] = await Promise.all([
      heardEditions([...editionIds]),
      unreadOf(told.filter((id) => [...desks].some(({ actor }) => actor.userId === id))),
    ]);
    for (const desk of desks) {
      const articleIds = articlesFor(desk.actor, editions);
      if (articleIds.length > 0) tell(desk, { kind: 'articles', articleIds });
      if (hearsAlarm(desk.actor, heard)) tell(desk, { kind: 'alarms' });
      if (told.includes(desk.actor.userId)) tell(desk, { kind: 'news', unread: unread.get(desk.actor.userId) ?? 0 });
    }
  }

  async function checkAll(withRoles: boolean): Promise<void> {
    if (desks.size === 0) return;
    // Who joins while we ask was not asked about.
    const asked = [...desks];
    const live = await sessionsStillLive(asked);
    for (const desk of asked) if (!live.has(desk.sessionId)) dismiss(desk);
    if (withRoles) await renew(new Set([...desks].map(({ actor }) => actor.userId)));
  }

  /** What these people may see now. */
  async function renew(people: ReadonlySet<UserId>): Promise<void> {
    for (const id of people) {
      const theirs = [...desks].filter(({ actor }) => actor.userId === id);
      if (theirs.length === 0) continue;
      try {
        const actor = await loadActor(id);
        for (const desk of theirs) desk.actor = actor;
      } catch (error) {
        if (domainErrorCode(error) !== 'not_found') throw error;
        for (const desk of theirs) dismiss(desk);
      }
    }
  }

  /** Somebody whose session has ended need not come back. */
  function dismiss(desk: Desk): void {
    if (desks.has(desk)) desk.say(`event: ${endedEvent}\ndata:\n\n`);
    sendAway(desk);
  }

  function sendAway(desk: Desk): void {
    desks.delete(desk);
    desk.end();
  }

  return {
    join: (desk) => {
      const ofPerson = [...desks].filter(({ actor }) => actor.userId === desk.actor.userId).length;
      if (isClosed || desks.size >= most.inAll || ofPerson >= most.ofOnePerson) return undefined;
      desks.add(desk);
      // What the page was made with may be old by now: opening an article reads the news of it.
      withNews.add(desk.actor.userId);
      gather();
      return () => void desks.delete(desk);
    },
    hear: (notice) => {
      if (desks.size === 0) return;
      const parsed = noticeShape.safeParse(jsonIn(notice));
      if (!parsed.success) return;
      if ('event' in parsed.data) events.push(parsed.data.event);
      else for (const id of parsed.data.news) withNews.add(id);
      gather();
    },
    missed,
    count: () => desks.size,
    close: () => {
      isClosed = true;
      clearInterval(breathing);
      clearInterval(checking);
      clearTimeout(gathering);
      for (const desk of [...desks]) sendAway(desk);
    },
  };
}

function tell({ say }: Desk, signal: LiveSignal): void {
  say(`data: ${JSON.stringify(signal)}\n\n`);
}
