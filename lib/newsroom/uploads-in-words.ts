import type { Transaction } from '#db/client.ts';
import type { PhotoOrigin } from '#db/schema/enums.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { Issue } from '#lib/errors.ts';
import type { AgencyId, AssetId, PortalId } from '#lib/ids.ts';
import { mayUploadFor } from '#lib/media/access.ts';
import { documentsFor } from '#lib/media/documents.ts';
import { photosFor } from '#lib/media/reads.ts';
import { withAssetFacts } from '#lib/richtext/document.ts';
import type { Cover, Words } from './article-input.ts';
import type { EditionRecord } from './edition-record.ts';
import { assetsOf, documentIdsOf, photosOf } from './readiness.ts';

type Upload = { portalId: PortalId; agencyId: AgencyId; hash: string; isShared: boolean };

/**
 * Writes the true hash of every photo and document, and what each picture is (a photo, an
 * illustration, made by AI), over whatever was sent, and tells which do not
 * belong here: another agency's, or a document where a photo should be.
 */
export async function resolveUploads(
  tx: Transaction,
  actor: Actor,
  record: EditionRecord,
  words: Words,
): Promise<{ uploads: Pick<Words, 'cover' | 'body' | 'attachments'>; issues: Issue[] }> {
  const { portalId } = record.article;
  const ours = [record.agency.id, record.article.agencyId];
  const photos = await photosFor(tx, photosOf(words));
  const documents = await documentsFor(tx, documentIdsOf(words));
  const before = new Set(assetsOf(record.words));
  const known = <Found extends Upload>(found: ReadonlyMap<AssetId, Found>, id: AssetId): Found | undefined => {
    const upload = found.get(id);
    if (upload === undefined || upload.portalId !== portalId) return undefined;
    // Naming another agency's upload by its id must not bring it out; what stands here already may stay.
    const isOurs = upload.isShared || ours.includes(upload.agencyId) || mayUploadFor(actor, portalId, upload.agencyId);
    return isOurs || before.has(id) ? upload : undefined;
  };
  const issues: Issue[] = [];
  if (photosOf(words).some((id) => known(photos, id) === undefined)) {
    issues.push({
      field: 'body',
      code: 'photo_foreign',
      text: 'Ada foto yang tidak dikenal di naskah ini. Hapus foto itu, lalu unggah ulang.',
    });
  }
  if (documentIdsOf(words).some((id) => known(documents, id) === undefined)) {
    issues.push({
      field: 'attachments',
      code: 'document_foreign',
      text: 'Ada dokumen yang tidak dikenal di naskah ini. Hapus dokumen itu, lalu unggah ulang.',
    });
  }
  const hashOf = (id: AssetId) => known(photos, id)?.hash ?? known(documents, id)?.hash;
  const hashed = <Named extends { assetId: AssetId; assetHash: string }>(named: Named): Named => ({
    ...named,
    assetHash: hashOf(named.assetId) ?? named.assetHash,
  });
  const originOf = (id: AssetId) => known(photos, id)?.origin;
  return {
    uploads: {
      cover: words.cover === null ? null : withOrigin(hashed(words.cover), originOf(words.cover.assetId)),
      body: withAssetFacts(words.body, { hashOf, originOf }),
      attachments: words.attachments.map(hashed),
    },
    issues,
  };
}

/** The cover with what it is; a plain photo says nothing, so that what was signed before keeps its bytes. */
function withOrigin(cover: Cover, origin: PhotoOrigin | undefined): Cover {
  const { origin: former, ...rest } = cover;
  const told = origin ?? former ?? 'photo';
  return told === 'photo' ? rest : { ...rest, origin: told };
}

/**
 * The words with what each picture is by now: a label that was set after the last save is signed too.
 * Photos that are gone keep what they were called.
 */
export async function withTrueOrigins(tx: Transaction, words: Words): Promise<Words> {
  const ids = photosOf(words);
  if (ids.length === 0) return words;
  const photos = await photosFor(tx, ids);
  const originOf = (id: AssetId) => photos.get(id)?.origin;
  return {
    ...words,
    cover: words.cover === null ? null : withOrigin(words.cover, originOf(words.cover.assetId)),
    body: withAssetFacts(words.body, { originOf }),
  };
}
