import { expect, test } from 'vitest';
import { assetId } from '#lib/ids.ts';
import { libraryInputs } from '#lib/library/facts-input.ts';
import { factsOf, noFacts } from './upload-facts.ts';

const file = {
  assetId: assetId.parse('01890a5d-ac96-774b-bcce-b302099a8057'),
  version: 1,
  kind: 'photo' as const,
  fileName: 'a.jpg',
  preview: 'blob:a',
  own: {},
};
const common = { ...noFacts, credit: 'Wulan/Humas', caption: 'Rapat', showsChild: true, takenOn: '2026-01-14' };

test('each file takes what is said of all, unless it says its own', () => {
  const [plain, own] = factsOf([file, { ...file, own: { caption: 'Sambutan', showsChild: false } }], common);
  expect(plain).toMatchObject({ credit: 'Wulan/Humas', caption: 'Rapat', showsChild: true, takenOn: '2026-01-14' });
  expect(own).toMatchObject({ credit: 'Wulan/Humas', caption: 'Sambutan', showsChild: false });
});

test('a document has no alternative text, no origin and shows nobody', () => {
  const [facts] = factsOf([{ ...file, kind: 'document' }], { ...common, alt: 'Orang rapat', origin: 'ai_made' });
  expect(facts).toMatchObject({ alt: '', origin: 'photo', showsChild: false, credit: 'Wulan/Humas' });
});

test('what is sent is what the server takes', () => {
  expect(libraryInputs.describeAll.safeParse({ assets: factsOf([file], common) }).success).toBe(true);
});
