import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rtfPictures } from './rtf-pictures.ts';

const fixture = readFileSync(new URL('./fixtures/paste/libreoffice-writer.rtf', import.meta.url), 'latin1');

/** A picture as Word writes it, with the fallback for old programs behind it. */
const word = (digits: string, kind = 'pngblip') =>
  `{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}{\\sp{\\sn wzDescription}{\\sv Warga antre \\u8211? di loket}}}\n\\picscalex50\\picscaley50\\piccropl0\\picw26\\pich26\\picwgoal3000\\pichgoal1500\\${kind}\\bliptag255{\\*\\blipuid 0123456789abcdef0123456789abcdef}${digits}}}{\\nonshppict{\\pict\\picscalex100\\picw26\\pich26\\wmetafile8 0100}}`;

test('what LibreOffice puts on the clipboard', () => {
  const [picture, ...more] = rtfPictures(fixture);
  expect(more).toEqual([]);
  expect(picture).toMatchObject({
    mediaType: 'image/png',
    alt: 'Seorang kader menimbang warga lanjut usia di teras rumah',
    width: 113,
    height: 76,
  });
  expect(
    Buffer.from(picture?.bytes ?? [])
      .subarray(0, 8)
      .toString('latin1'),
  ).toBe('\x89PNG\r\n\x1a\n');
  expect(
    Buffer.from(picture?.bytes ?? [])
      .subarray(-8)
      .toString('latin1'),
  ).toContain('IEND');
});

test('what Word writes: the picture once, without the number beside it', () => {
  const digits = Buffer.from('\x89PNG isi gambar', 'latin1').toString('hex');
  const rtf = `{\\rtf1\\ansi\\deff0{\\header{\\pict\\pngblip 89504e47}}{\\*\\listtable{\\*\\listpicture{\\*\\shppict{\\pict\\pngblip 89504e47}}}}Kata ${word(digits)} dan ${word('0100', 'emfblip')}\\par}`;
  const [first, second, ...more] = rtfPictures(rtf);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ mediaType: 'image/png', alt: 'Warga antre – di loket', width: 100, height: 50 });
  expect(Buffer.from(first?.bytes ?? []).toString('latin1')).toBe('\x89PNG isi gambar');
  expect(second).toMatchObject({ mediaType: '', bytes: new Uint8Array() });
});

test('bytes that are written as such, though they look like the end', () => {
  const [picture] = rtfPictures('{\\rtf1{\\pict\\jpegblip\\bin6 \xff\xd8}}{\\}\\par}');
  expect(picture).toMatchObject({ mediaType: 'image/jpeg', bytes: Uint8Array.from([0xff, 0xd8, 125, 125, 123, 92]) });
});

test.each([
  ['nothing', ''],
  ['another text', '<html>{\\pict\\pngblip 89}'],
  ['a text cut short', `{\\rtf1${word('8950').slice(0, 150)}`],
  ['groups without end', `{\\rtf1${'{'.repeat(300_000)}`],
  ['closings without groups', `{\\rtf1${'}'.repeat(300_000)}`],
  ['a length without end', '{\\rtf1{\\pict\\pngblip\\bin99999999 a'],
])('no picture in %s', (_name, rtf) => {
  expect(rtfPictures(rtf)).toEqual([]);
});

test('many pictures are read to a bound, a large one whole', () => {
  expect(rtfPictures(`{\\rtf1${word('89').repeat(300)}}`)).toHaveLength(200);
  const bytes = Buffer.alloc(3_000_000, 'abc');
  const [picture] = rtfPictures(`{\\rtf1${word(bytes.toString('hex').replace(/.{128}/g, '$&\r\n'))}}`);
  expect(
    createHash('md5')
      .update(picture?.bytes ?? '')
      .digest('hex'),
  ).toBe(createHash('md5').update(bytes).digest('hex'));
});
