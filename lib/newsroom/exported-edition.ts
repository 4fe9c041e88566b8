import { database } from '#db/client.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import type { PhotoForWord } from '#lib/export/word-blocks.ts';
import { wordFileOf } from '#lib/export/word-file.ts';
import type { ArticleId, AssetId } from '#lib/ids.ts';
import { photosFor } from '#lib/media/reads.ts';
import { isStorageKey } from '#lib/media/storage.ts';
import { readStored } from '#lib/media/stored-files.ts';
import { absolute, slugify } from '#lib/urls.ts';
import { recordForActor } from './edition-view.ts';
import { wordsOfKind } from './kind-words.ts';
import { formatDate, kindLabels, stateLabels } from './labels.ts';
import { portalById } from './public.ts';
import { bylineParts, checkCodeOf, dateline, spokenCode, tailCode } from './reader-lines.ts';
import { photosOf } from './readiness.ts';

/** Photos of one document; what is beyond is named, not drawn. */
const mostPhotos = 120;

/**
 * An edition as a document of Word, for whoever may see the edition: what it is, its state and fingerprint stand on
 * every page, since a document has left the house and cannot say that it was changed.
 *
 * @param origin of the site, for links within it
 * @throws not_found when the actor may not see it
 */
export async function editionAsWordFile(
  actor: Actor,
  articleId: ArticleId,
  origin: string,
  number?: number,
): Promise<{ fileName: string; bytes: Buffer }> {
  const { edition, article, agency, facts, words: kept } = await recordForActor(actor, articleId, number);
  const portal = await portalById(article.portalId);
  if (portal === null) throw notFound('portal');
  const words = wordsOfKind(kept);
  const photos = await jpegsOf(photosOf(words).slice(0, mostPhotos));
  const photoOf = (id: string) => photos.get(id) ?? null;
  const { title, lead, summary, body, cover, credits, sources, sponsored, datelinePlace, eventDate, kind } = words;
  const fingerprint = spokenCode(checkCodeOf(facts.currentHash));
  const byline = bylineParts(credits).map(({ role, names }) => `${role === 'Foto' ? 'Fotografer' : role}: ${names}`);
  const bytes = await wordFileOf({
    title,
    kicker: `${kindLabels[kind]} · ${agency.name}`,
    dateline: dateline(datelinePlace, portal),
    lead,
    summary,
    body,
    cover:
      cover === null
        ? null
        : { photo: photoOf(cover.assetId), alt: cover.alt, caption: cover.caption, credit: cover.credit },
    foot: [
      ...byline,
      eventDate === null ? '' : `Tanggal peristiwa: ${formatDate(eventDate)}`,
      sources.length === 0
        ? ''
        : `Sumber: ${sources.map(({ name, detail }) => (detail === '' ? name : `${name} (${detail})`)).join('; ')}`,
      sponsored ? 'Advertorial' : '',
      // Last, where whoever reads the document back looks for it.
      tailCode(credits, sponsored),
    ].filter((line) => line !== ''),
    header: `${portal.name} · ${stateLabels[edition.state]}, edisi ${edition.number} · sidik isi ${fingerprint}`,
    photoOf,
    address: (path) => absolute(origin, path),
  });
  return { fileName: `${slugify(title)}.docx`, bytes };
}

/** The JPEG of each photo that is still shown. */
async function jpegsOf(ids: readonly AssetId[]): Promise<Map<string, PhotoForWord>> {
  const jpegs = new Map<string, PhotoForWord>();
  for (const photo of (await photosFor(database(), ids)).values()) {
    const jpeg = photo.renditions.filter(({ shape, format }) => shape === 'full' && format === 'jpeg').at(-1);
    if (photo.withdrawn || jpeg === undefined || !isStorageKey(jpeg.key)) continue;
    const bytes = await readStored(jpeg.key);
    if (bytes !== null) jpegs.set(photo.assetId, { bytes, width: jpeg.width, height: jpeg.height });
  }
  return jpegs;
}
