import { eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { installFacts, portals } from '#db/schema/index.ts';
import { now, useClock } from '#lib/clock.ts';
import { watchDesk } from '#lib/newsroom/desk-watch.ts';
import { demoArticles } from './articles/all-articles.ts';
import { deskWorkOn } from './desk-work.ts';
import { fillLeave } from './leave.ts';
import { type DemoOffice, openOffice } from './office.ts';
import { type DrawPhoto, photoDesk } from './photo-desk.ts';
import { fillPress } from './press.ts';
import { fillRegister } from './register.ts';
import { remarksOn } from './remarks.ts';
import { stepsOf } from './roads.ts';
import { type Story, storyOf, uploadFiles } from './story.ts';
import type { DemoArticle } from './writing.ts';

/** How far the filling is, for a line on the terminal. */
export type FillProgress = { stage: 'office' | 'pictures' | 'articles'; done: number; of: number };

type FillOptions = {
  onProgress?: (progress: FillProgress) => void;
  /** Gives other photos than those of the demo, which take a minute to draw. */
  drawPhoto?: DrawPhoto;
};

const factName = 'demo';
const day = 86_400_000;
/** WITA, the portal's zone, is eight hours ahead of UTC all year. */
const zone = 8 * 3_600_000;
/** The office opens this many days before the first article is begun. */
const officeOpened = 40;

/**
 * Fills an empty database with the demo by playing the verbs as its people, in the order of
 * time, the clock moved to each moment: what one sees is a state the newsroom can reach.
 * Does nothing where the demo is already whole, or where a portal of somebody else stands.
 *
 * @throws Error when an earlier filling was interrupted half-way: the database must be emptied
 */
export async function fillDemo(options: FillOptions = {}): Promise<void> {
  if (!(await mayBegin())) return;
  const tell = options.onProgress ?? (() => undefined);
  const start = now();
  let moment = new Date(start.getTime() - officeOpened * day);
  const photos = photoDesk(options.drawPhoto);
  const putClockBack = useClock(() => moment);
  let office: DemoOffice;
  try {
    tell({ stage: 'office', done: 0, of: 1 });
    office = await openOffice();
    await fillRegister(office);
    await fillPress(office);
    const byKey = new Map<string, Story>();
    const stories = demoArticles
      .map((article) => ({ article, reached: momentOf(article, start) }))
      .sort((a, b) => a.reached.getTime() - b.reached.getTime())
      .map(({ article, reached }, turn) => ({
        reached,
        story: storyOf(article, office, photos, reached, turn, byKey),
      }));
    for (const { story } of stories) byKey.set(story.article.key, story);
    const steps = stories.flatMap(({ story, reached }) => [
      ...stepsOf(story, reached),
      ...remarksOn(story, reached),
      ...deskWorkOn(story, reached),
    ]);

    // Pictures first: their renditions are made in the background while the rest is drawn.
    for (const [done, { story, reached }] of stories.entries()) {
      moment = new Date(reached.getTime() - day);
      await uploadFiles(story);
      tell({ stage: 'pictures', done: done + 1, of: stories.length });
    }
    steps.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const [done, step] of steps.entries()) {
      moment = step.at;
      await step.play();
      tell({ stage: 'articles', done: done + 1, of: steps.length });
    }
  } finally {
    putClockBack();
    await photos.finish();
  }
  await fillLeave(office);
  // What lies too long is carried on by the first round of the desk, as on every other day.
  await watchDesk();
  await database().update(installFacts).set({ value: 'whole', at: now() }).where(eq(installFacts.name, factName));
}

/** Marks the beginning, in a database that has neither a portal nor a demo. */
function mayBegin(): Promise<boolean> {
  return transaction(async (tx) => {
    const [fact] = await tx.select().from(installFacts).where(eq(installFacts.name, factName)).for('update');
    if (fact?.value === 'begun') {
      throw new Error(
        'Pengisian contoh yang lalu terputus di tengah. Kosongkan basis data ini atau pakai basis data baru, lalu jalankan lagi.',
      );
    }
    const [portal] = await tx.select({ id: portals.id }).from(portals).limit(1);
    if (fact !== undefined || portal !== undefined) return false;
    await tx.insert(installFacts).values({ name: factName, value: 'begun', at: now() });
    return true;
  });
}

/** When an article reached its state. Days at the weekend become the Friday before, when the office worked. */
function momentOf(article: DemoArticle, start: Date): Date {
  const { when } = article;
  if ('minutesAgo' in when) return new Date(start.getTime() - when.minutesAgo * 60_000);
  const [hours = 0, minutes = 0] = when.at.split('.').map(Number);
  const today = Math.floor((start.getTime() + zone) / day);
  const wanted = today - when.daysAgo;
  const weekday = new Date(wanted * day).getUTCDay();
  const worked = wanted - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0);
  return new Date(worked * day + (hours * 60 + minutes) * 60_000 - zone);
}
