import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import sharp from 'sharp';
import { database } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { agencies, memberships, sections } from '#db/schema/index.ts';
import { type Actor, loadActor } from '#lib/accounts/actor.ts';
import type { AgencyId, SectionId } from '#lib/ids.ts';
import { ingestPhoto } from '#lib/media/ingest.ts';
import { photosFor } from '#lib/media/reads.ts';
import { createArticle, saveWords } from '#lib/newsroom/drafting.ts';
import { publishNow } from '#lib/newsroom/publishing.ts';
import { fetchPage } from './measure-pages.ts';

/** People and places of the demo by whom the newsroom's part is measured. */
type Desk = { writer: Actor; editor: Actor; agencyId: AgencyId; sectionId: SectionId };

/** Milliseconds from the editor's last word to readers of the front page, several times over. */
export async function publishToVisible(port: number, times: number): Promise<number[]> {
  const desk = await aDesk();
  await fetchPage(port, '/');
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const title = await publishSomething(desk);
    const committed = performance.now();
    while (!(await pageText(port, '/')).includes(title)) {
      if (performance.now() - committed > 10_000) throw new Error('A publication was not seen within ten seconds');
    }
    found.push(performance.now() - committed);
  }
  return found;
}

/** Brings one article to readers by the fast lane; returns its title. */
export async function publishSomething(by?: Desk): Promise<string> {
  const desk = by ?? (await aDesk());
  const title = `Uji terbit ${randomUUID()}`;
  await publishNow(desk.editor, {
    ...(await aDraft(desk, title)),
    fastLaneReason: 'immediate_information',
    reason: 'Mengukur waktu terbit.',
  });
  return title;
}

/** Milliseconds from the first byte of a 12-megapixel photo to its last rendition, made by the application's job. */
export async function photoToRenditions(): Promise<{
  megabytes: number;
  received: number;
  ready: number;
  renditions: number;
}> {
  const { writer, agencyId } = await aDesk();
  const photo = await twelveMegapixels();
  const begun = performance.now();
  const { assetId } = await ingestPhoto(writer, {
    agencyId,
    fileName: 'uji.jpg',
    declaredLength: photo.length,
    body: inPieces(photo),
  });
  const received = performance.now() - begun;
  for (;;) {
    const found = (await photosFor(database(), [assetId])).get(assetId);
    if (found?.state === 'failed') throw new Error(found.failure ?? 'The photo failed');
    if (found?.state === 'ready') {
      const ready = performance.now() - begun;
      return { megabytes: photo.length / 1_000_000, received, ready, renditions: found.renditions.length };
    }
    if (performance.now() - begun > 120_000) throw new Error('The renditions were not made within two minutes');
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function pageText(port: number, path: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  return answer.text();
}

/** A writer and an editor of the demo. */
export async function aDesk(): Promise<Desk> {
  const [agency] = await database().select().from(agencies).where(eq(agencies.hasVerification, false)).limit(1);
  const [section] = await database().select().from(sections).limit(1);
  if (agency === undefined || section === undefined) throw new Error('The demo has no agency or no section');
  return {
    writer: await somebody('contributor', agency.id),
    editor: await somebody('editor'),
    agencyId: agency.id,
    sectionId: section.id,
  };
}

async function somebody(role: Role, agency?: AgencyId): Promise<Actor> {
  const ofAgency = agency === undefined ? undefined : eq(memberships.agencyId, agency);
  const [held] = await database()
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.role, role), isNull(memberships.endedAt), ofAgency))
    .limit(1);
  if (held === undefined) throw new Error(`The demo has no ${role}`);
  return loadActor(held.userId);
}

/** A draft that could be submitted. */
export async function aDraft({ writer, agencyId, sectionId }: Desk, title: string) {
  const { editionId } = await createArticle(writer, { agencyId });
  const saved = await saveWords(writer, {
    editionId,
    baseVersion: 1,
    saveId: randomUUID(),
    words: {
      ...{ kind: 'news', title, lead: 'Naskah ini hanya untuk mengukur waktu terbit.', summary: '' },
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Isi naskah uji.' }] }] },
      ...{ cover: null, credits: [], sources: [], attachments: [], jointAgencyIds: [], details: {}, sponsored: false },
      ...{ datelinePlace: 'Samarinda', eventDate: null, regencyCodes: [], infoClass: 'periodic', publicNote: '' },
      ...{ sectionId, topicIds: [], relatedIds: [] },
    },
  });
  if (saved.outcome !== 'saved') throw new Error(`The draft was not saved: ${saved.outcome}`);
  return { editionId, version: saved.version };
}

/** Grain over a soft picture, so that it compresses like a photo. */
function twelveMegapixels(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: '#808080', noise } })
    .blur(1.5)
    .jpeg({ quality: 90 })
    .toBuffer();
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
