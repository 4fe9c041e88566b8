import type { ArticleKind, ChangeType, PhotoOrigin, RenditionFormat } from '../../db/schema/enums.ts';
import type { Credit } from '../newsroom/article-input.ts';
import type { FullArticle } from '../newsroom/full-articles.ts';
import type { PublicAgency, PublicCard, PublicPhoto, PublicPortal, PublicSection } from '../newsroom/reader-shapes.ts';
import { figuresOf } from '../richtext/document.ts';
import { withOriginsNamed } from '../richtext/origin-words.ts';
import { plainText } from '../richtext/plain-text.ts';
import { kindSlugs } from '../search/search-input.ts';
import {
  absolute,
  agencyPath,
  apiArticlePath,
  eventFilePath,
  markdownPath,
  mediaPath,
  sectionPath,
  topicPath,
} from '../urls.ts';
import type { ApiArticle, ApiBrief } from './api-shapes.ts';
import { bodyMarkdown } from './article-body.ts';
import { documentsIn } from './article-documents.ts';
import { wordsHtml } from './article-html.ts';
import { articleAddress, checkAddress, factLines } from './article-words.ts';
import { marked } from './demo-mark.ts';

type Place = { portal: PublicPortal; origin: string };

/** An article in a list of the API. */
export function apiBriefOf({ portal, origin }: Place, card: PublicCard, updatedAt: Date | null): ApiBrief {
  return {
    id: card.articleId,
    jenis: slugOfKind(card.kind),
    judul: marked(portal, card.title),
    teras: card.lead,
    alamat: articleAddress(origin, card),
    alamat_api: absolute(origin, apiArticlePath(card.slug)),
    alamat_markdown: absolute(origin, markdownPath(card.slug)),
    perangkat_daerah: agencyOf(origin, card.agency),
    kanal: card.section === null ? null : placeOf(origin, card.section, sectionPath),
    terbit: card.firstPublishedAt.toISOString(),
    diperbarui: updatedAt?.toISOString() ?? null,
    advertorial: card.sponsored,
    arsip: card.isArchived,
    menunggu_tinjauan_kedua: card.awaitsSecondReview,
    foto_utama: photoOf(origin, card.cover),
  };
}

/** A whole article of the API. */
export function apiArticleOf({ portal, origin }: Place, article: FullArticle): ApiArticle {
  const { startsAt, endsAt, venue } = article.details;
  return {
    ...apiBriefOf({ portal, origin }, article, article.updatedAt),
    ringkasan: article.summary,
    isi_html: wordsHtml(portal, origin, article),
    isi_markdown: bodyMarkdown({ portal, origin }, article),
    isi_teks: plainText(withOriginsNamed(article.body)),
    tempat: article.datelinePlace,
    tanggal_peristiwa: article.eventDate,
    wilayah: [...article.regencies],
    topik: article.topics.map((topic) => placeOf(origin, topic, topicPath)),
    bersama: article.jointAgencies.map((agency) => agencyOf(origin, agency)),
    kredit: article.credits.map(({ name, initials, role, unit }) => ({
      nama: name,
      inisial: initials,
      peran: creditRoles[role],
      unit,
    })),
    sumber: article.sources.map(({ name, detail }) => ({ nama: name, keterangan: detail })),
    rincian: factLines(article).map(({ label, text }) => ({ label, teks: text })),
    acara:
      article.kind !== 'agenda_event' || startsAt === undefined
        ? null
        : {
            mulai: new Date(startsAt).toISOString(),
            selesai: endsAt === undefined ? null : new Date(endsAt).toISOString(),
            tempat: venue ?? '',
            alamat_kalender: absolute(origin, eventFilePath(article.slug)),
          },
    foto: figuresOf(article.body).flatMap((figure) => {
      const { alt, decorative, caption, credit, assetId } = figure;
      // The words belong to the place: one photo may stand twice with different ones.
      const photo = photoOf(origin, article.photos[assetId]);
      return photo === null
        ? []
        : [
            {
              ...photo,
              teks_alternatif: decorative ? '' : alt,
              keterangan: caption,
              kredit: credit,
              asal: origins[figure.origin],
            },
          ];
    }),
    dokumen: documentsIn(origin, article).map(({ title, url, bytes }) => ({ judul: title, alamat: url, bita: bytes })),
    catatan_perubahan: article.publicNotes.map(({ number, changeType, note, at }) => ({
      edisi: number,
      jenis: changeTypes[changeType],
      catatan: note,
      waktu: at.toISOString(),
    })),
    edisi: article.editionNumber,
    sidik_isi: article.contentHash,
    cek_keaslian: checkAddress(origin, article),
  };
}

const origins = {
  photo: 'foto',
  illustration: 'ilustrasi',
  ai_made: 'buatan-ai',
} as const satisfies Record<PhotoOrigin, string>;

const creditRoles = {
  writer: 'penulis',
  editor: 'redaktur',
  photographer: 'fotografer',
  contributor: 'kontributor',
} as const satisfies Record<Credit['role'], string>;

const changeTypes = {
  minor: 'perubahan-kecil',
  update: 'pemutakhiran',
  correction: 'ralat',
  right_of_reply: 'hak-jawab',
} as const satisfies Record<ChangeType, string>;

const mediaTypes = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
} as const satisfies Record<RenditionFormat, string>;

function slugOfKind(kind: ArticleKind): string {
  for (const [slug, candidate] of kindSlugs) if (candidate === kind) return slug;
  throw new Error(`Articles of the kind ${kind} are in no list.`);
}

const agencyOf = (origin: string, { slug, name, shortName }: PublicAgency) => ({
  nama: name,
  nama_singkat: shortName,
  alamat: absolute(origin, agencyPath(slug)),
});

const placeOf = (origin: string, { slug, name }: PublicSection, path: (slug: string) => string) => ({
  nama: name,
  alamat: absolute(origin, path(slug)),
});

function photoOf(origin: string, photo: PublicPhoto | null | undefined): ApiBrief['foto_utama'] {
  if (!photo || photo.withdrawn) return null;
  return {
    teks_alternatif: photo.alt,
    keterangan: photo.caption,
    kredit: photo.credit,
    asal: origins[photo.origin],
    ukuran: photo.sources.map(({ format, width, height, key }) => ({
      alamat: absolute(origin, mediaPath(key)),
      tipe: mediaTypes[format],
      lebar: width,
      tinggi: height,
    })),
  };
}
