import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorLimits, anchorOf, findAnchor, findChanged } from './anchor.ts';

const text =
  'Samarinda – Dinas Kesehatan membuka layanan imunisasi pada Sabtu. Layanan buka pukul 08.00 WITA. ' +
  'Warga cukup membawa kartu identitas. Puskesmas lain menyusul pada Sabtu berikutnya.';

const at = (quote: string, from = 0) => {
  const start = text.indexOf(quote, from);
  return anchorOf(text, start, start + quote.length);
};
const found = (now: string, anchor: ReturnType<typeof at>) => {
  const place = findAnchor(now, anchor);
  return place && now.slice(0, place.start).length;
};

describe('words somebody pointed at are found again', () => {
  test('where they stood', () => {
    expect(found(text, at('kartu identitas'))).toBe(text.indexOf('kartu identitas'));
  });

  test('after their sentence has moved', () => {
    const sentence = 'Warga cukup membawa kartu identitas.';
    const moved = `${sentence} ${text.replace(`${sentence} `, '')}`;
    expect(found(moved, at('membawa kartu identitas'))).toBe(moved.indexOf('membawa kartu'));
  });

  test('after the words around them were edited', () => {
    const edited = text.replace('pukul 08.00', 'mulai pukul 09.00').replace('membuka layanan', 'menambah hari layanan');
    expect(found(edited, at('imunisasi'))).toBe(edited.indexOf('imunisasi'));
  });

  test('of two the one with the same surroundings', () => {
    const second = at('pada Sabtu', text.indexOf('Puskesmas lain'));
    expect(found(text, second)).toBe(text.lastIndexOf('pada Sabtu'));
    expect(found(text, at('pada Sabtu'))).toBe(text.indexOf('pada Sabtu'));
  });

  test('in a text that holds nothing else', () => {
    expect(findAnchor('Judul', anchorOf('Judul', 0, 5))).toEqual({ start: 0, end: 5 });
  });
});

describe('words that are not there any more', () => {
  test('because they were deleted or changed', () => {
    expect(findAnchor(text.replace('kartu identitas', 'KTP'), at('kartu identitas'))).toBeUndefined();
  });

  test('because a short word stands only by chance somewhere else', () => {
    const gone = 'Kepala dinas menyebut Sabtu sebagai hari yang tepat bagi semua orang.';
    expect(findAnchor(gone, at('Sabtu'))).toBeUndefined();
  });

  test('a remark on the whole has no words', () => {
    expect(findAnchor(text, { quote: '', prefix: '', suffix: '' })).toBeUndefined();
  });
});

describe('other words in the place of those pointed at', () => {
  const inPlace = (now: string, anchor: ReturnType<typeof at>) => {
    const place = findChanged(now, anchor);
    return place && now.slice(place.start, place.end);
  };

  test('stand between the same surroundings', () => {
    expect(inPlace(text.replace('kartu identitas', 'KTP atau kartu pelajar'), at('kartu identitas'))).toBe(
      'KTP atau kartu pelajar',
    );
    expect(inPlace(text.replace('Samarinda –', 'Balikpapan –'), at('Samarinda'))).toBe('Balikpapan');
    expect(inPlace(`${text.slice(0, -'berikutnya.'.length)}depan.`, at('berikutnya.'))).toBe('depan.');
  });

  test('are none when they were deleted, when the surroundings changed too, or a paragraph stands between', () => {
    expect(inPlace(text.replace('kartu identitas', ''), at('kartu identitas'))).toBeUndefined();
    expect(inPlace(text.replace('membawa kartu identitas', 'datang'), at('kartu identitas'))).toBeUndefined();
    expect(inPlace(text.replace('kartu identitas', 'KTP.\nAtau kartu'), at('kartu identitas'))).toBeUndefined();
    expect(findChanged('Judul lain', anchorOf('Judul', 0, 5))).toBeUndefined();
  });
});

test('what was pointed at is always found in the text it was pointed at in, with the same words', () => {
  const stretch = fc
    .tuple(fc.string({ minLength: 1, maxLength: 200 }), fc.nat(), fc.nat())
    .map(([whole, a, b]): [string, number, number] => {
      const start = a % whole.length;
      return [whole, start, start + 1 + (b % (whole.length - start))];
    });
  fc.assert(
    fc.property(stretch, ([whole, start, end]) => {
      const place = findAnchor(whole, anchorOf(whole, start, end));
      expect(place && whole.slice(place.start, place.end)).toBe(whole.slice(start, end).slice(0, anchorLimits.quote));
    }),
  );
});
