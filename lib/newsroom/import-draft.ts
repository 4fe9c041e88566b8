import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { and, count, eq, gt } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { agencies, articleImports } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { issuesOf, notAllowed, notFound } from '#lib/errors.ts';
import type { AgencyId, ArticleId } from '#lib/ids.ts';
import type { ImportBlock } from '#lib/import/import-blocks.ts';
import { type ReadDocument, withReadDocument } from '#lib/import/read-document.ts';
import { type RecognisedArticle, recogniseArticle } from '#lib/import/recognise-article.ts';
import { type ImportReport, reportLine } from '#lib/import/report.ts';
import { receiveFile } from '#lib/media/arrivals.ts';
import { type Ingested, ingestPhoto, uploadInput } from '#lib/media/ingest.ts';
import { emptyDocument } from '#lib/richtext/document.ts';
import type { RichBlock } from '#lib/richtext/rich-nodes.ts';
import { type Cover, emptyWords, type Words, wordsInput } from './article-input.ts';
import { type Begun, beginWith } from './drafting.ts';
import { readEdition } from './edition-record.ts';
import { recordForActor } from './edition-view.ts';
import { keepRevision } from './history.ts';
import { mayCreateIn } from './policy.ts';

/** A document on its way in. */
export type DocumentUpload = {
  agencyId: AgencyId;
  fileName: string;
  declaredLength: number;
  body: AsyncIterable<Uint8Array>;
};

/**
 * Makes a draft of a .docx or .odt: its pictures are taken in like uploaded photos, its parts find their fields, and
 * the report of what was changed or dropped is kept with the article.
 *
 * @throws not_found for an agency the actor does not write for; invalid with field `file` and a sentence; a system
 * error (ENOSPC) when the disk is full
 */
export async function importDraft(actor: Actor, upload: DocumentUpload): Promise<Begun> {
  const { agencyId, fileName, declaredLength } = upload;
  await mayImport(actor, agencyId);
  const name = uploadInput.shape.fileName.parse(fileName) || 'naskah.docx';
  const arrival = await receiveFile(upload.body, declaredLength);
  try {
    return await withReadDocument(arrival.path, async (document) => {
      const found = recogniseArticle(document.blocks);
      const photos = await takePictures(actor, agencyId, name, document, found.blocks);
      const { words, report } = draftOf(found, document, photos);
      return begin(actor, { agencyId, fileName: name, words, report });
    });
  } finally {
    await rm(arrival.path, { force: true });
  }
}

/** What was done to the words of an imported article, for those who may see it; null when it was written here. */
export async function importReportOf(
  actor: Actor,
  articleId: ArticleId,
): Promise<{ fileName: string; at: Date; report: ImportReport } | null> {
  await recordForActor(actor, articleId);
  const [row] = await database()
    .select({ fileName: articleImports.fileName, at: articleImports.at, report: articleImports.report })
    .from(articleImports)
    .where(eq(articleImports.articleId, articleId));
  return row ?? null;
}

/** Documents of one person that become drafts within an hour; each takes up to twenty seconds of a processor. */
const perHour = 40;

/** Asked before a byte is read, so that nobody can make the server open documents for an agency not theirs. */
async function mayImport(actor: Actor, agencyId: AgencyId): Promise<void> {
  const [agency] = await database().select().from(agencies).where(eq(agencies.id, agencyId));
  if (agency === undefined || !agency.isActive || !mayCreateIn(actor, agency.portalId, agency.id))
    throw notFound('agency');
  const [{ drafts } = { drafts: 0 }] = await database()
    .select({ drafts: count() })
    .from(articleImports)
    .where(and(eq(articleImports.by, actor.userId), gt(articleImports.at, new Date(now().getTime() - 60 * 60 * 1000))));
  if (drafts >= perHour)
    throw notAllowed(`Anda sudah mengunggah ${perHour} dokumen dalam satu jam. Lanjutkan beberapa saat lagi.`);
}

/** A picture that was taken, or why not. */
type TakenPicture = { photo: Ingested } | { refusal: string };

async function takePictures(
  actor: Actor,
  agencyId: AgencyId,
  name: string,
  { pictures }: ReadDocument,
  blocks: readonly ImportBlock[],
): Promise<Map<number, TakenPicture>> {
  const used = new Set(blocks.flatMap((block) => (block.type === 'picture' ? [block.picture] : [])));
  const taken = new Map<number, TakenPicture>();
  for (const [index, path] of pictures.entries()) {
    if (!used.has(index)) continue;
    const fileName = `${name.replace(/\.\w{2,5}$/, '').slice(0, 80)}, gambar ${index + 1}`;
    try {
      const { size } = await stat(path);
      const photo = await ingestPhoto(actor, {
        agencyId,
        fileName,
        declaredLength: size,
        body: createReadStream(path),
      });
      taken.set(index, { photo });
    } catch (error) {
      const [issue] = issuesOf(error);
      if (issue === undefined) throw error;
      taken.set(index, { refusal: issue.text });
    }
  }
  return taken;
}

/** The words of the draft, and everything that was done to get them. */
export function draftOf(
  found: RecognisedArticle,
  { tables, dropped }: Pick<ReadDocument, 'tables' | 'dropped'>,
  pictures: ReadonlyMap<number, TakenPicture>,
): { words: Words; report: ImportReport } {
  const report = [...found.report];
  let cover: Cover | null = null;
  const content = found.blocks.flatMap((block): RichBlock[] => {
    if (block.type !== 'picture') return [block];
    const taken = pictures.get(block.picture);
    if (taken === undefined) return [];
    if ('refusal' in taken) {
      report.push(reportLine(`Gambar ${block.picture + 1} tidak dapat diambil.`, taken.refusal));
      return [];
    }
    const { assetId, hash } = taken.photo;
    const { alt, caption, credit } = block;
    if (cover === null) {
      cover = {
        assetId,
        assetHash: hash,
        alt: alt ?? '',
        decorative: false,
        caption: caption ?? '',
        credit: credit ?? '',
        focal: { x: 0.5, y: 0.5 },
      };
      report.push(reportLine('Gambar pertama menjadi foto utama. Periksa teks alternatifnya.'));
      return [];
    }
    return [
      {
        type: 'figure',
        attrs: {
          assetId,
          assetHash: hash,
          ...(alt && { alt }),
          ...(caption && { caption }),
          ...(credit && { credit }),
        },
      },
    ];
  });
  for (const { rows, columns } of tables) {
    report.push(
      reportLine(
        'Tabel terlalu besar, jadi tidak dimasukkan. Lampirkan sebagai dokumen PDF.',
        `${rows} baris × ${columns} kolom`,
      ),
    );
  }
  for (const what of dropped) report.push(reportLine('Tidak ikut dimasukkan.', what));
  const body = content.length === 0 ? emptyDocument() : { type: 'doc', content };
  const { title, lead, summary, datelinePlace, eventDate, credits, sources, sponsored } = found;
  const words = wordsInput.parse({
    ...emptyWords(),
    title,
    lead,
    summary,
    datelinePlace,
    eventDate,
    credits,
    sources,
    sponsored,
    cover,
    body,
  });
  return { words, report };
}

function begin(
  actor: Actor,
  { agencyId, fileName, words, report }: { agencyId: AgencyId; fileName: string; words: Words; report: ImportReport },
): Promise<Begun> {
  return transaction(async (tx) => {
    const at = now();
    const begun = await beginWith(tx, actor, { agencyId, words, detail: { source: 'document' } });
    await tx.insert(articleImports).values({ articleId: begun.articleId, fileName, report, by: actor.userId, at });
    const record = await readEdition(tx, begun.editionId);
    if (record === undefined) throw new Error('An imported edition vanished.');
    // The words as they came are the first version in the history.
    await keepRevision(tx, {
      editionId: begun.editionId,
      words,
      contentHash: record.facts.currentHash,
      by: actor.userId,
      verb: 'create',
      at,
    });
    return begun;
  });
}
