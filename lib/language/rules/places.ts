import { knownNames, namesNearly } from '../known-names.ts';
import { misnamedRegencies, provinces, regencies, shortProvinces } from '../lists/regencies.ts';
import type { PieceRole } from '../manuscript.ts';
import { type PlaceMention, placesIn, regencyOf } from '../places-in-text.ts';
import { type ReadPiece, wordsIn } from '../reading.ts';
import { type PieceRule, type WholeRule, writtenRoles } from '../rule.ts';

const misnamedBeginnings: ReadonlySet<string> = new Set(
  [...misnamedRegencies.keys()].map((name) => name.split(' ')[0] ?? ''),
);

const misnamedPlace: PieceRule = {
  id: 'place_misnamed',
  family: 'places',
  title: 'Nama kabupaten dan kota ditulis dengan benar',
  roles: writtenRoles,
  *find({ words, text }) {
    for (const [at, word] of words.entries()) {
      if (!misnamedBeginnings.has(word.lower) || !/^\p{Lu}/u.test(word.text)) continue;
      for (const size of [3, 2, 1]) {
        const run = words.slice(at, at + size);
        const last = run.at(-1);
        const right = misnamedRegencies.get(run.map(({ lower }) => lower).join(' '));
        if (
          right === undefined ||
          last === undefined ||
          !/^\p{Lu}/u.test(last.text) ||
          / ing /u.test(text.slice(last.end, last.end + 5))
        )
          continue;
        yield { start: word.start, end: last.end, reason: `Nama tempat ini ditulis “${right}”.`, fix: right };
        break;
      }
    }
  },
};

/** Short single words resemble too many others: “Sanggar” is no “Sanggau”. */
const steadyPlaces = regencies
  .flatMap(({ name, places }) => [name, ...places])
  .filter((name) => name.length >= (name.includes(' ') ? 7 : 8));
const steady = knownNames([...steadyPlaces, ...provinces]);

const placeSlip: WholeRule = {
  id: 'place_slip',
  family: 'places',
  title: 'Nama tempat ditulis seperti di daftar tempat',
  *compare({ pieces }, { knownPlaces: listed, houseNames }) {
    const house = new Set(houseNames.map((name) => name.toLowerCase()));
    for (const piece of pieces) {
      if (!writtenRoles.includes(piece.role)) continue;
      for (const { words } of piece.capitalRuns) {
        const near = [...namesNearly(words, steady), ...namesNearly(words, listed)];
        for (const { found, name } of near) {
          const written = piece.text.slice(found.start, found.end);
          const isListed = listed.right.has(written.toLowerCase()) || steady.right.has(written.toLowerCase());
          if (isListed || house.has(written.toLowerCase()) || misnamedRegencies.has(written.toLowerCase())) continue;
          const reason = `Mungkin maksudnya “${name}”. Periksa ejaan nama tempatnya.`;
          yield { start: found.start, end: found.end, piece, reason, fix: name };
        }
      }
    }
  },
};

/** Towns that bear the name of their regency: “Kota Nunukan” is the town. */
const alsoTowns: ReadonlySet<string> = new Set(
  'Nunukan Malinau Ketapang Sintang Sambas Sanggau Sekadau Bengkayang Mempawah Sukamara Kotabaru Banjar Kapuas Landak Melawi'.split(
    ' ',
  ),
);

const regencyOrCity: PieceRule = {
  id: 'regency_or_city',
  family: 'places',
  title: 'Kabupaten dan kota tidak tertukar',
  roles: writtenRoles,
  *find({ words, text }) {
    for (const { start, end, regency, isRegency, wordAt } of placesIn(words)) {
      const before = words[wordAt - 1];
      if (!isRegency || before === undefined || text.slice(before.end, start).length > 2) continue;
      const isMayor = before.lower === 'kota' && words[wordAt - 2]?.lower === 'wali';
      const { name, isCity } = regency;
      if (isCity && before.text === 'Bupati') {
        const reason = `${name} adalah kota; kepala daerahnya wali kota. Periksa jabatan atau tempatnya.`;
        yield { start: before.start, end, reason };
      } else if (isCity && (before.text === 'Kabupaten' || before.text === 'Kab')) {
        yield { start: before.start, end, reason: `${name} adalah kota, bukan kabupaten.`, fix: `Kota ${name}` };
      } else if (!isCity && before.text === 'Kota' && !alsoTowns.has(name)) {
        const reason = isMayor
          ? `${name} adalah kabupaten; kepala daerahnya bupati.`
          : `${name} adalah kabupaten, bukan kota.`;
        yield { start: before.start, end, reason, ...(!isMayor && { fix: `Kabupaten ${name}` }) };
      }
    }
  },
};

const provinceAfter =
  /^(?:, | \()(?:Provinsi )?(Kalimantan (?:Timur|Utara|Selatan|Tengah|Barat)|Kaltim|Kaltara|Kalsel|Kalteng|Kalbar)(?!\p{L})/u;

const wrongProvince: PieceRule = {
  id: 'wrong_province',
  family: 'places',
  title: 'Kabupaten disebut bersama provinsinya sendiri',
  roles: writtenRoles,
  *find({ words, text }) {
    for (const { start, end, regency, isRegency, wordAt } of placesIn(words)) {
      const after = provinceAfter.exec(text.slice(end, end + 40));
      if (!isRegency || after === null) continue;
      const [whole, said = ''] = after;
      const province = shortProvinces.get(said) ?? said;
      // “dari Tarakan, Kalimantan Timur, dan Jawa Barat” names three guests.
      const isList = /^,? (?:dan|serta) \p{Lu}|^, \p{Lu}/u.test(
        text.slice(end + whole.length, end + whole.length + 10),
      );
      if (province === regency.province || isList) continue;
      const before = words[wordAt - 1];
      const from = before?.text === 'Kabupaten' || before?.text === 'Kota' ? before.start : start;
      const reason = `${regency.name} termasuk ${regency.province}, bukan ${province}.`;
      yield { start: from, end: end + whole.length, reason };
    }
  },
};

const takesPlace =
  /(?<!\p{L})(?:digelar|berlangsung|dilaksanakan|diselenggarakan|bertempat|dibuka|diadakan|dipusatkan|diresmikan|menggelar|melaksanakan|menyelenggarakan|membuka|meresmikan|mengadakan)(?!\p{L})[^.;!?]{0,80}? di (?=(?:[\p{Ll}]+ ){0,2}\p{Lu})/giu;
const elsewhere =
  /(?<!\p{L})(?:akan|bulan depan|pekan depan|tahun depan|sebelumnya|tahun lalu|bulan lalu|serupa|selanjutnya|menyusul|setiap|masing-masing|daring)(?!\p{L})/iu;
/** After these a place is only the name of a room or a street. */
const namedAfterPlaces: ReadonlySet<string> = new Set([
  'ruang',
  'jalan',
  'jl',
  'wisma',
  'kelas',
  'gang',
  'restoran',
  'kapal',
  'hotel',
  'aula',
]);
const openingRoles: readonly PieceRole[] = ['lead', 'paragraph'];

const datelineAgainstPlace: WholeRule = {
  id: 'dateline_against_place',
  family: 'places',
  title: 'Tempat di tanggal baris cocok dengan tempat kegiatan',
  *compare({ pieces, datelinePlace }) {
    const home = regencyOf(datelinePlace);
    if (home === undefined) return;
    for (const piece of pieces.filter(({ role }) => openingRoles.includes(role)).slice(0, 3)) {
      for (const { start, end, place } of venuesIn(piece)) {
        if (place.regency === home) continue;
        const name = piece.text.slice(place.start, place.end);
        const reason = `Tanggal barisnya ${datelinePlace}, tetapi kegiatannya di ${name}. Samakan tempatnya.`;
        yield { start, end, piece, reason };
      }
    }
  },
};

/** “di Hotel Grand Senyiur, Balikpapan”, in a sentence that says what takes place there. */
function* venuesIn({ text, sentences }: ReadPiece): Iterable<{ start: number; end: number; place: PlaceMention }> {
  for (const sentence of sentences) {
    if (elsewhere.test(sentence.text)) continue;
    for (const { 0: found, index } of sentence.text.matchAll(takesPlace)) {
      const start = sentence.start + index + found.length;
      const phrase =
        /^(?:\p{Ll}+ ){0,2}(?:[\p{Lu}][\p{L}.'’-]*(?: (?=\p{Lu}))?)+(?:, (?:\p{Lu}[\p{L}.'’-]*(?: (?=\p{Lu}))?)+)?/u.exec(
          text.slice(start, start + 120),
        )?.[0];
      if (
        phrase === undefined ||
        /^,? (?:dan|serta|hingga|sampai) \p{Lu}/u.test(text.slice(start + phrase.length, start + phrase.length + 10))
      )
        continue;
      const words = wordsIn(phrase);
      const place = placesIn(words).findLast(({ wordAt }) => !namedAfterPlaces.has(words[wordAt - 1]?.lower ?? ''));
      if (place !== undefined) {
        const placed = { ...place, start: start + place.start, end: start + place.end };
        yield { start, end: start + phrase.length, place: placed };
      }
    }
  }
}

const datelineAgainstVenue: WholeRule = {
  id: 'dateline_against_venue',
  family: 'places',
  title: 'Tanggal baris cocok dengan tempat acara',
  *compare({ datelinePlace, venue }) {
    const [home, place] = [regencyOf(datelinePlace), regencyOf(venue)];
    if (home === undefined || place === undefined || home === place) return;
    const reason = `Tanggal barisnya ${datelinePlace}, tetapi tempat acaranya ${venue}. Samakan tempatnya.`;
    yield { start: 0, end: 0, reason };
  },
};

const regencyNotInText: WholeRule = {
  id: 'regency_not_in_text',
  family: 'places',
  title: 'Kabupaten atau kota artikel disebut di naskah',
  *compare({ pieces, regencies: own, datelinePlace }) {
    const chosen = new Set(own.map((name) => regencyOf(name)).filter((one) => one !== undefined));
    const home = regencyOf(datelinePlace);
    if (chosen.size === 0 || (home !== undefined && chosen.has(home))) return;
    const named = new Set(
      pieces
        .filter(({ role }) => writtenRoles.includes(role))
        .flatMap(({ words }) => placesIn(words).map(({ regency }) => regency)),
    );
    if (named.size === 0 || [...chosen].some((one) => named.has(one))) return;
    const reason = `Artikel ini dicatat tentang ${own.join(', ')}, tetapi naskahnya hanya menyebut ${[...named].map(({ name }) => name).join(', ')}. Perbaiki salah satunya.`;
    yield { start: 0, end: 0, reason };
  },
};

export const placeRules: { piece: readonly PieceRule[]; whole: readonly WholeRule[] } = {
  piece: [misnamedPlace, regencyOrCity, wrongProvince],
  whole: [placeSlip, datelineAgainstPlace, datelineAgainstVenue, regencyNotInText],
};
