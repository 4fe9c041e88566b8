import type { ArticleKind } from '../../db/schema/enums.ts';
import type { RichBlock, RichDocument } from '../richtext/rich-nodes.ts';
import type { Words } from './article-input.ts';

/**
 * Texts to begin from. What the writer has to fill in stands in square brackets, so that nobody
 * overlooks a place that was left: the check for leftover template text looks for them.
 */

export const templates = [
  'activity',
  'public_service',
  'award',
  'disaster',
  'new_policy',
  'press_release',
  'announcement',
] as const;
export type Template = (typeof templates)[number];

/** What a template is called, and when to take it. */
export const templateLabels: Readonly<Record<Template, { name: string; purpose: string }>> = {
  activity: {
    name: 'Kegiatan',
    purpose: 'Acara atau kunjungan: hasilnya bagi warga lebih dahulu, upacaranya kemudian.',
  },
  public_service: { name: 'Layanan publik', purpose: 'Layanan baru atau berubah: syarat, biaya, waktu, dan tempat.' },
  award: { name: 'Penghargaan', purpose: 'Siapa menilai, atas apa, dan apa gunanya bagi warga.' },
  disaster: { name: 'Bencana', purpose: 'Keadaan, korban, bantuan, dan apa yang harus dilakukan warga.' },
  new_policy: { name: 'Kebijakan baru', purpose: 'Apa berubah, untuk siapa, mulai kapan, ke mana bertanya.' },
  press_release: { name: 'Siaran pers', purpose: 'Keterangan resmi untuk wartawan, dengan narahubung.' },
  announcement: { name: 'Pengumuman', purpose: 'Hal yang perlu diketahui warga, dengan batas berlakunya.' },
};

/** The words an article begun from a template has. */
export function templateWords(template: Template): Pick<Words, 'lead' | 'body'> & { kind: ArticleKind } {
  const { kind = 'news', lead, blocks } = outlines[template];
  return { kind, lead, body: asDocument(blocks) };
}

/** The body of an article about an event of the agenda. */
export function eventOutline(event: RichBlock): RichDocument {
  return asDocument([...outlines.activity.blocks, event]);
}

/** The lead of an article about an event, of which the place is known. */
export function eventLead(venue: string): string {
  return `[Siapa] [melakukan apa] di ${venue === '' ? '[tempat]' : venue}. [Hasilnya bagi warga].`;
}

/** A paragraph, a subhead (`##`), a quote (`"`), or a block of its own. */
type Line = string | RichBlock;
type Outline = { kind?: ArticleKind; lead: string; blocks: readonly Line[] };

const quote = '"[Ucapan narasumber, kata demi kata]';

const policyQuestions: readonly (readonly [question: string, slot: string])[] = [
  ['Apa yang berubah:', '[Apa yang berubah bagi warga]'],
  ['Untuk siapa:', '[Siapa yang terkena]'],
  ['Mulai kapan:', '[Tanggal mulai berlaku]'],
  ['Ke mana bertanya:', '[Alamat, telepon, atau situs]'],
];

/** The four questions of a policy, answered at a glance. */
export const policyBox: RichBlock = {
  type: 'infoBox',
  attrs: { title: 'Inti kebijakan' },
  content: policyQuestions.map(([question, slot]) => ({
    type: 'paragraph',
    content: [
      { type: 'text', text: question, marks: [{ type: 'bold' }] },
      { type: 'text', text: ` ${slot}` },
    ],
  })),
};

const box = (title: string, ...lines: string[]): RichBlock => ({
  type: 'infoBox',
  attrs: { title },
  content: lines.map(paragraph),
});

const outlines: Readonly<Record<Template, Outline>> = {
  activity: {
    lead: '[Siapa] [melakukan apa] di [tempat], [hari dan tanggal]. [Hasilnya bagi warga].',
    blocks: [
      '[Apa hasil atau keputusan kegiatan ini, dengan angkanya]',
      '[Mengapa kegiatan ini diadakan]',
      quote,
      '[Bagaimana warga dapat memanfaatkannya: kapan, di mana, syaratnya]',
      '[Siapa lagi yang terlibat, bila penting bagi warga]',
      '[Apa langkah berikutnya dan kapan]',
    ],
  },
  public_service: {
    lead: '[Layanan apa] dapat dimanfaatkan warga [wilayah] mulai [tanggal]. [Apa yang lebih mudah bagi warga].',
    blocks: [
      '[Apa yang baru atau berubah dari layanan ini]',
      '[Siapa yang berhak dan mengapa layanan ini dibuka]',
      box(
        'Cara memanfaatkan layanan',
        'Syarat: [Syarat]',
        'Biaya: [Biaya, atau gratis]',
        'Waktu: [Hari dan jam layanan]',
        'Tempat: [Alamat atau situs]',
        'Pertanyaan: [Telepon atau surel]',
      ),
      quote,
      '[Sampai kapan layanan ini dibuka, dan apa yang dilakukan bila ada kendala]',
    ],
  },
  award: {
    lead: '[Siapa] menerima [penghargaan apa] dari [pemberi], [hari dan tanggal], karena [atas apa].',
    blocks: [
      '[Apa yang dinilai, dengan angka atau peringkatnya]',
      '[Siapa saja yang dinilai dan bagaimana penilaiannya]',
      quote,
      '[Apa yang sudah dan akan dirasakan warga dari hal yang dinilai]',
    ],
  },
  disaster: {
    lead: '[Bencana apa] melanda [tempat], [hari, tanggal, pukul]. [Jumlah korban atau warga terdampak, menurut siapa].',
    blocks: [
      box(
        'Yang perlu dilakukan warga',
        '[Ke mana mengungsi atau jalan mana yang dihindari]',
        'Nomor darurat: [Nomor telepon]',
        'Posko: [Alamat posko]',
      ),
      '[Keadaan terakhir, dengan jam pendataan dan sumbernya]',
      '[Penyebab, hanya bila sudah dipastikan dan oleh siapa]',
      '[Siapa yang menangani dan bantuan apa yang sudah disalurkan]',
      quote,
      '[Kapan keterangan berikutnya disampaikan]',
    ],
  },
  new_policy: {
    lead: '[Siapa] menetapkan [kebijakan apa] yang berlaku mulai [tanggal]. [Apa artinya bagi warga].',
    blocks: [
      policyBox,
      '[Mengapa kebijakan ini dibuat]',
      '[Apa yang berubah dibandingkan dengan sebelumnya, dengan contoh]',
      quote,
      '[Dasar hukumnya: nomor dan tahun peraturan]',
      '[Apa yang terjadi bagi yang belum memenuhi, dan sampai kapan]',
    ],
  },
  press_release: {
    kind: 'press_release',
    lead: '[Siapa] [menyampaikan apa] di [tempat], [hari dan tanggal]. [Mengapa ini penting bagi warga].',
    blocks: [
      '[Isi keterangan resmi, dengan angka dan sumbernya]',
      quote,
      '[Latar belakang dalam beberapa kalimat]',
      '[Apa langkah berikutnya dan kapan]',
    ],
  },
  announcement: {
    kind: 'announcement',
    lead: '[Apa yang diumumkan] berlaku bagi [siapa] mulai [tanggal] sampai [tanggal].',
    blocks: [
      '[Apa yang harus dilakukan warga, langkah demi langkah]',
      '[Syarat atau kelengkapan yang dibawa]',
      '[Di mana dan pada jam berapa]',
      '[Ke mana bertanya: nama, telepon, surel]',
    ],
  },
};

function asDocument(lines: readonly Line[]): RichDocument {
  return { type: 'doc', content: lines.map((line) => (typeof line === 'string' ? written(line) : line)) };
}

function written(line: string): RichBlock {
  if (!line.startsWith('"')) return paragraph(line);
  return {
    type: 'quote',
    attrs: { speaker: '[Nama narasumber]', speakerRole: '[Jabatan]' },
    content: [{ type: 'text', text: line.slice(1) }],
  };
}

function paragraph(text: string): Extract<RichBlock, { type: 'paragraph' }> {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}
