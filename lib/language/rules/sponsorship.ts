import type { Found } from '../finding.ts';
import type { ReadPiece } from '../reading.ts';
import { type WholeRule, writtenRoles } from '../rule.ts';

/** Code at the end of a paid text: “(ANE/ADV/Diskominfo)”. “Adv.” before a name is an advocate. */
const paidCode =
  /\((?:[^()]{0,60}[/ ])?adv(?:ertorial)?(?:[/ ][^()]{0,60})?\)|(?:^|\s)ADV\/[\p{L} ]{2,40}$|^\s*advertorial\b\s?:?/giu;
const saysPaid =
  /\b(?:artikel|konten|tulisan|berita|naskah) ini (?:disponsori|merupakan kerja ?sama|dipersembahkan|adalah iklan)|(?:^|[.!?]\s)dipersembahkan oleh\b/gi;

const mayBePaid = /adv|disponsori|kerja ?sama|dipersembahkan|adalah iklan/i;

/** Calls to buy, in any sentence. */
const callsToBuy = anyOf([
  String.raw`(?:gunakan |pakai )?kode promo(?:\s[A-Z][A-Z\d]+)?`,
  String.raw`(?:buruan|ayo) (?:daftar|beli|pesan|borong|dapatkan|order)\b`,
  String.raw`(?:pesan|beli|belanja|order|booking|miliki|dapatkan)(?: (?:kamar|tiket|produknya|unitnya|meja|paketnya))? (?:sekarang|segera)\b`,
  String.raw`(?:segera )?kunjungi (?:gerai|toko|outlet|ruang pamer|showroom|kantor pemasaran)(?: kami)?\b`,
  String.raw`pilihan (?:tepat|terbaik) (?:untuk|bagi) (?:[a-z]+ ){0,3}Anda\b`,
  String.raw`hubungi (?:bagian |tim )?(?:pemasaran|marketing)(?: kami)?\b`,
  String.raw`penawaran (?:terbatas|menarik|khusus|spesial|istimewa)\b`,
  String.raw`terbaik di kelasnya\b`,
  String.raw`beli (?:satu|dua|tiga|\d) gratis (?:satu|dua|\d)\b`,
  String.raw`hanya dengan (?:harga mulai )?Rp ?[\d.]+`,
  String.raw`wajib dikunjungi\b`,
  String.raw`stok terbatas\b`,
  String.raw`info (?:dan |& )?pemesanan\b`,
  String.raw`dijamin (?:asli|termurah|murah|puas|original)\b`,
  String.raw`gratis (?:ongkos kirim|ongkir)\b`,
]);
/** One of these stands in every call and every word of trade: most texts hold none. */
const mayAdvertise =
  /promo|marketing|dikunjungi|diskon|buruan|\bayo |sekarang|segera|kunjungi|pilihan te|pemasaran|penawaran|kelasnya|gratis|hanya dengan|stok|info (?:dan |& )?pem|dijamin|harga (?:mulai|spesial|grosir)|uang muka|cicilan|potongan|bunga|mulai dari rp|terbukti/i;
/** What shops say, and offices too when they give something. */
const trade = anyOf([
  String.raw`(?<!kode )promo\b`,
  String.raw`diskon (?:hingga |sampai |sebesar )?\d{1,3} ?(?:persen|%)`,
  String.raw`harga (?:mulai|spesial|promo|grosir)\b(?: dari)?(?: Rp ?[\d.]+)?`,
  'uang muka (?:nol|0|ringan)(?: (?:rupiah|persen))?',
  String.raw`cicilan (?:ringan|mulai)\b`,
  String.raw`potongan harga(?: khusus)?\b`,
  String.raw`bunga (?:nol|0) persen\b`,
  String.raw`mulai dari Rp ?[\d.]+(?: ribu| juta)?(?=[^.]{0,40}\b(?:pesan|aplikasi|kamar|unit|menu|paket))`,
  String.raw`terbukti (?:ampuh|manjur)\b`,
]);
/** Who warns of an advertisement quotes it. */
const warns =
  /\b(?:bpom|balai pom|memperingatkan|peringatkan|waspada\w*|tergiur|penipu\w*|iming-iming|sanksi|melarang|dilarang|menyita|disita|diklaim|klaim)\b/i;
const isOffice =
  /\b(?:pajak|retribusi|denda|pbb|pasar murah|operasi pasar|bulog|lelang|perumda|pdam|pln|pemprov|pemkab|pemkot|pemerintah|dinas|dis(?:perindag|par|hub|kop)\p{L}*|bapenda|baznas|samsat|tarif|biaya sambungan|warga miskin|kredit (?:daerah|usaha rakyat)|umkm|pameran|festival|qris|nontunai|bersubsidi|subsidi)\b/iu;
const namesSponsor =
  /\b(?:PT|CV|UD|Tbk|Bank\p{L}*|Hotel|Perum\p{L}*|Perusda|BUMD|BUMN|Koperasi|Toko|Klinik|Dinas|Dis\p{Ll}+|Badan|Biro|Bap\p{Ll}+|BPBD|DPRD|RSUD|Pemprov|Pemkab|Pemkot|Pemerintah (?:Provinsi|Kabupaten|Kota|Desa)|Kementerian|Universitas)\b|\b(?:kerja ?sama dengan|disponsori|dipersembahkan)\b|\b(?:dibayar|dibiayai) oleh \p{Lu}/u;

/** What is paid for says so, and who pays. */
export const sponsorshipRules: readonly WholeRule[] = [
  {
    id: 'sponsored_unmarked',
    family: 'sponsorship',
    title: 'Tulisan berbayar diberi label Advertorial',
    *compare({ sponsored, pieces }) {
      if (sponsored) return;
      for (const piece of pieces) {
        if (!readHere.has(piece.role) || !mayBePaid.test(piece.text)) continue;
        for (const found of [...matches(piece, paidCode), ...matches(piece, saysPaid)]) {
          yield {
            piece,
            ...found,
            reason: 'Tulisan ini tampak berbayar. Tandai sebagai Advertorial agar pembaca tahu.',
          };
        }
      }
    },
  },
  {
    id: 'promotional_wording',
    family: 'sponsorship',
    title: 'Ajakan membeli hanya dalam advertorial',
    *compare({ sponsored, pieces }) {
      if (sponsored) return;
      for (const piece of pieces) {
        if (!readHere.has(piece.role) || !mayAdvertise.test(piece.text)) continue;
        const called = [...matches(piece, callsToBuy)];
        const traded = [...matches(piece, trade)].filter((found) => !isOffice.test(around(piece, found)));
        for (const { start, end } of [...called, ...traded]) {
          if (warns.test(around(piece, { start, end }))) continue;
          const words = piece.text.slice(start, end);
          yield {
            piece,
            start,
            end,
            reason: `“${words}” adalah kata iklan. Hapus, atau tandai naskah sebagai Advertorial.`,
          };
        }
      }
    },
  },
  {
    id: 'sponsor_unnamed',
    family: 'sponsorship',
    title: 'Advertorial menyebut siapa yang membayar',
    *compare({ sponsored, pieces }) {
      if (!sponsored) return;
      const isNamed = pieces.some(({ text }) => namesSponsor.test(text) || text.search(paidCode) >= 0);
      if (isNamed) return;
      yield {
        start: 0,
        end: 0,
        reason: 'Naskah ini bertanda Advertorial, tetapi tidak menyebut siapa yang membayar. Sebutkan pemasangnya.',
      };
    },
  },
];

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(String.raw`\b(?:${patterns.join('|')})`, 'gi');
}

const readHere: ReadonlySet<string> = new Set([...writtenRoles, 'byline', 'credit']);

function around({ sentences, text }: ReadPiece, { start }: Pick<Found, 'start' | 'end'>): string {
  return sentences.find((one) => one.start <= start && start < one.end)?.text ?? text;
}

function* matches({ text }: ReadPiece, pattern: RegExp): Generator<Pick<Found, 'start' | 'end'>> {
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const start = index + found.length - found.replace(/^[.!?\s]+/u, '').length;
    yield { start, end: index + found.length };
  }
}
