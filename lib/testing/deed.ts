import { and, count, eq, type SQL } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { ArticleId, EditionId, SuggestionId, UserId } from '#lib/ids.ts';
import { saveWords } from '#lib/newsroom/drafting.ts';
import { wordsOf } from '#lib/newsroom/edition-record.ts';
import type { Target } from '#lib/newsroom/transition.ts';
import type { ArticleEvent } from '#lib/record/event-labels.ts';
import { editionRow, type Office } from './newsroom.ts';

/** What a deed prepares: who does it to which edition, and whatever else it is about, as texts. */
export type DeedSetting = { by: Actor; to: Target; also?: Readonly<Record<string, string>> };

/** Somebody about to do something; all of it can be told to another process. */
export type DeedScene = Pick<Office, 'portalId' | 'sectionId'> & {
  by: UserId;
  articleId: ArticleId;
  to: Target;
  also: Readonly<Record<string, string>>;
};

/** Something of which the log is told, as something to do. */
export type Deed = {
  /** How long ago its scene was set: some wait for something to be late. */
  hoursAgo?: number;
  /** In an agency with verification. */
  isVerified?: true;
  /** A round of the system: what another process is at is left to that one. */
  isRound?: true;
  set(office: Office): Promise<DeedSetting>;
  act(by: Actor, scene: DeedScene): Promise<unknown>;
  /** How often the rows say it was done; nothing for what stands in the log alone. */
  standing?(scene: DeedScene): Promise<number>;
  /** How often the log says so, where it is not told of the edition. */
  logged?(scene: DeedScene): Promise<number>;
  /** What asking a second time comes to: a refusal, nothing, or one more of them. */
  again: 'refused' | 'nothing' | 'another';
  /** How often it is done in the end, when not once. */
  times?: number;
};

/** How often the log tells of a verb, here. */
export async function timesLogged(verb: ArticleEvent, where: SQL): Promise<number> {
  const [row] = await database()
    .select({ times: count() })
    .from(events)
    .where(and(eq(events.verb, verb), where));
  return row?.times ?? 0;
}

export const ofEdition = (id: EditionId): SQL => eq(events.editionId, id);
export const ofArticle = (id: ArticleId): SQL => eq(events.articleId, id);

/** For rows that say by being there or by what they hold that something was done. */
export const once = (isSo: boolean): number => (isSo ? 1 : 0);

type Begun = { editionId: EditionId; version: number };

export function setting(by: Actor, { editionId, version }: Begun, also: DeedSetting['also'] = {}): DeedSetting {
  return { by, also, to: { editionId, version } };
}

/** The edition of a scene as its row stands. */
export function rowOf({ to }: DeedScene) {
  return editionRow(to.editionId);
}

/** For verbs that change the version and nothing else changes it meanwhile. */
export async function hasMoved(scene: DeedScene): Promise<number> {
  return once((await rowOf(scene)).version !== scene.to.version);
}

export const newTitle = 'Puskesmas buka imunisasi tiap Sabtu';

/** Saves `newTitle` upon the version of the scene: the same save each time it is sent. */
export async function saving(by: Actor, scene: DeedScene, accepted: readonly SuggestionId[] = []): Promise<void> {
  const { to, also } = scene;
  const words = { ...wordsOf(await rowOf(scene)), title: newTitle };
  const saveId = also['saveId'] ?? '';
  await saveWords(by, { editionId: to.editionId, baseVersion: to.version, saveId, words, accepted: [...accepted] });
}
