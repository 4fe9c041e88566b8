import { z } from 'zod';
import { useClock } from '#lib/clock.ts';
import { articleId, editionId, portalId, sectionId, userId } from '#lib/ids.ts';
import type { ArticleEvent } from '#lib/record/event-labels.ts';
import { articleDeeds } from './article-deeds.ts';
import { type Deed, once } from './deed.ts';
import { deskDeeds } from './desk-deeds.ts';
import { anOffice, editionRow, type Office } from './newsroom.ts';
import { remarkDeeds } from './remark-deeds.ts';
import { type Called, called, calls } from './verb-calls.ts';
import { sceneOf } from './verb-scenes.ts';

/** What is not called by name as a verb of the workflow. An entry of the log without its line does not compile. */
const others: Readonly<Record<Exclude<ArticleEvent, Called>, Deed>> = {
  ...articleDeeds,
  ...remarkDeeds,
  ...deskDeeds,
};

const isCalled = (name: ArticleEvent): name is Called => name in calls;

/** Everything the log is told of articles and of the desk's work upon them, as something to do. */
export const deedNames: readonly ArticleEvent[] = [
  ...called,
  ...Object.keys(others).filter((name): name is keyof typeof others => name in others),
];

export function deedOf(name: ArticleEvent): Deed {
  return isCalled(name) ? ofWorkflow(name) : others[name];
}

function ofWorkflow(verb: Called): Deed {
  return {
    ...(verb === 'verify' ? { isVerified: true } : {}),
    set: (office) => sceneOf(verb, office),
    act: (by, { to, sectionId: section }) => calls[verb](by, to, { heads: true, sectionId: section }),
    standing: async ({ to }) => once((await editionRow(to.editionId)).version !== to.version),
    again: 'refused',
  };
}

/** Scenes as they are handed to another process. */
export const deedScenes = z.array(
  z.strictObject({
    name: z.enum(deedNames),
    ...{ by: userId, articleId, sectionId, portalId },
    to: z.strictObject({ editionId, version: z.int() }),
    also: z.record(z.string(), z.string()),
  }),
);
export type NamedScene = z.output<typeof deedScenes>[number];

const hour = 3_600_000;
/** Hours from a scene to its deed where that makes no difference. */
const usually = 3;
const hoursAgo = (name: ArticleEvent) => deedOf(name).hoursAgo ?? usually;

/** Sets the scenes of these deeds, each as long ago as it needs, in an office of their own. */
export async function setScenes(names: readonly ArticleEvent[]): Promise<NamedScene[]> {
  const needsVerification = (name: ArticleEvent) => deedOf(name).isVerified === true;
  const plain = await anOffice();
  const verifying = names.some(needsVerification) ? await anOffice({ hasVerification: true }) : plain;
  const scenes: NamedScene[] = [];
  for (const hours of new Set(names.map(hoursAgo))) {
    const together = names.filter((name) => hoursAgo(name) === hours);
    const set = async (name: ArticleEvent) => {
      scenes.push(await setScene(name, needsVerification(name) ? verifying : plain));
    };
    await earlier(hours, () => severalAtOnce(2, together, set));
  }
  return scenes;
}

/** Does all of it, so many at any moment. */
export async function severalAtOnce<Item>(
  many: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const one = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: many }, one));
}

async function setScene(name: ArticleEvent, office: Office): Promise<NamedScene> {
  const { by, to, also = {} } = await deedOf(name).set(office);
  const { articleId: article } = await editionRow(to.editionId);
  return { name, by: by.userId, articleId: article, to, also, portalId: office.portalId, sectionId: office.sectionId };
}

/** Works as if it were so many hours earlier. */
async function earlier<T>(hours: number, work: () => Promise<T>): Promise<T> {
  const putBack = useClock(() => new Date(Date.now() - hours * hour));
  try {
    return await work();
  } finally {
    putBack();
  }
}
