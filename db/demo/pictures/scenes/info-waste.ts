import sharp from 'sharp';
import { penOf } from '../lettering.ts';
import { box } from '../shapes.ts';

const WIDTH = 1200;
const HEIGHT = 1200;
const colours = { paper: '#f4f3e8', ink: '#12332b', soft: '#4c6158', rail: '#dfe3d2' };

/** Invented shares, said to be so in the drawing itself. */
const shares = [
  { what: 'Botol dan gelas plastik', percent: 42, colour: '#d98a1f' },
  { what: 'Kertas dan kardus', percent: 31, colour: '#2f6fae' },
  { what: 'Logam', percent: 17, colour: '#6f7f86' },
  { what: 'Kaca', percent: 10, colour: '#2f8a4d' },
] as const;

/** What a sack at the waste bank holds, as bars: an infographic with numbers in it. */
export async function wasteShares(): Promise<Buffer> {
  const pen = await penOf();
  const shapes = [box(0, 0, WIDTH, HEIGHT, { fill: colours.paper }), box(0, 0, WIDTH, 26, { fill: '#2f8a4d' })];
  const title = { x: 80, y: 140, size: 64, width: 1040, colour: colours.ink, bold: true };
  shapes.push(pen.write('Isi Satu Karung Bank Sampah', title).svg);
  const under = { ...title, y: 212, size: 38, colour: colours.soft, bold: false };
  shapes.push(pen.write('Bagian menurut berat. Seluruh angka adalah contoh.', under).svg);
  for (const [index, { what, percent, colour }] of shares.entries()) {
    const y = 300 + index * 205;
    shapes.push(pen.write(what, { x: 80, y, size: 44, width: 800, colour: colours.ink, bold: true }).svg);
    shapes.push(
      box(80, y + 28, 860, 84, { fill: colours.rail }, 12),
      box(80, y + 28, 8.6 * percent, 84, { fill: colour }, 12),
    );
    shapes.push(
      pen.write(`${percent}%`, { x: 980, y: y + 92, size: 60, width: 200, colour: colours.ink, bold: true }).svg,
    );
  }
  const foot = { x: 80, y: 1140, size: 30, width: 1040, colour: colours.soft };
  shapes.push(pen.write('Infografis contoh: Ruang Warta', foot).svg);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 86 }).toBuffer();
}
