import { kindLabels } from '../newsroom/labels.ts';
import type { PublicPortal, SiteFrame } from '../newsroom/reader-shapes.ts';
import { markdownLink, markdownWords } from '../richtext/markdown-text.ts';
import {
  absolute,
  agenciesPath,
  agendaFilePath,
  amendmentsPath,
  apiArticlesPath,
  apiDescriptionPath,
  archivePath,
  checkPath,
  feedPath,
  frontPath,
  kindPaths,
  listedKinds,
  markdownPath,
  sectionPath,
  sitemapIndexPath,
  topicsPath,
} from '../urls.ts';
import { demoSentence } from './demo-mark.ts';

/** What this site is and how programs read it best, as https://llmstxt.org proposes: Markdown, links with a word each. */
export function llmsText(portal: PublicPortal, origin: string, { sections }: Pick<SiteFrame, 'sections'>): string {
  const link = (name: string, path: string, about: string) =>
    `- ${markdownLink(markdownWords(name), absolute(origin, path))}: ${about}`;
  const about = portal.tagline === '' ? portal.name : portal.tagline;
  // Shown, not linked: the word in the middle is to be replaced.
  const example = decodeURIComponent(absolute(origin, markdownPath('alamat-artikel')));
  return `${[
    `# ${markdownWords(portal.name)}`,
    `> ${markdownWords(about)}`,
    [
      ...(portal.isDemo ? [demoSentence] : []),
      'Situs berita resmi pemerintah dalam bahasa Indonesia. Setiap artikel ditandatangani sedikitnya dua orang sebelum terbit; yang terbit lewat jalur cepat ditandai sampai ditinjau orang kedua.',
      `Salinan Markdown setiap artikel ada di alamatnya ditambah \`.md\`, misalnya \`${example}\`; siaran pers juga ada sebagai teks polos (\`.txt\`) dan agenda sebagai berkas kalender (\`.ics\`).`,
      'Sebut perangkat daerah penulis dan tautan artikelnya bila mengutip. Periksa ralat sebelum mengutip: artikel yang diralat memuat catatannya.',
    ].join('\n'),
    `## Kanal\n\n${sections.map(({ name, slug }) => link(name, sectionPath(slug), `artikel kanal ${markdownWords(name)}`)).join('\n')}`,
    `## Jenis\n\n${listedKinds.map((kind) => link(kindLabels[kind], kindPaths[kind], `semua ${kindLabels[kind].toLowerCase()}`)).join('\n')}`,
    [
      '## Daftar\n',
      link('Perangkat daerah', agenciesPath, 'semua penulis dan kontaknya'),
      link('Topik', topicsPath, 'artikel menurut topik'),
      link('Arsip', archivePath, 'artikel menurut tahun, bulan, dan hari'),
      link('Ralat dan hak jawab', amendmentsPath, 'semua perbaikan'),
      link('Cek keaslian', checkPath, 'memeriksa apakah sebuah tulisan benar terbit di sini dan masih berlaku'),
    ].join('\n'),
    [
      '## Untuk program\n',
      link('API artikel', apiArticlesPath, 'JSON, hanya baca, berhalaman dengan kursor'),
      link('Keterangan API', apiDescriptionPath, 'OpenAPI 3.1'),
      link(
        'RSS',
        feedPath(frontPath, 'rss'),
        'teks lengkap; setiap kanal, perangkat daerah, topik, dan jenis punya sendiri',
      ),
      link('Atom', feedPath(frontPath, 'atom'), 'isi yang sama'),
      link('JSON Feed', feedPath(frontPath, 'json'), 'isi yang sama'),
      link('Agenda', agendaFilePath, 'kalender untuk dilanggani'),
      link('Peta situs', sitemapIndexPath, 'semua alamat'),
    ].join('\n'),
  ].join('\n\n')}\n`;
}
