import sharp from 'sharp';
import { penOf } from '../lettering.ts';
import { box, curveOf, line, oval, path } from '../shapes.ts';

const WIDTH = 1200;
const HEIGHT = 1500;
const colours = {
  paper: '#f7f2e2',
  ink: '#12332b',
  soft: '#4c6158',
  water: '#3f97a8',
  gold: '#e2a83a',
  fire: '#d8562f',
};

const steps = [
  { head: 'Endapkan', text: 'Diamkan air dalam ember selama 30 menit, sampai lumpur turun ke dasar.', icon: bucket },
  { head: 'Saring', text: 'Tuang perlahan lewat kain bersih yang dilipat empat.', icon: cloth },
  { head: 'Rebus', text: 'Panaskan sampai mendidih, lalu tunggu satu menit lagi.', icon: pot },
  { head: 'Simpan', text: 'Pindahkan ke wadah bertutup. Ambil dengan gayung bersih.', icon: jar },
] as const;

/** Four steps from river water to drinking water, upright: an infographic with words in it. */
export async function waterSteps(): Promise<Buffer> {
  const pen = await penOf();
  const shapes = [box(0, 0, WIDTH, HEIGHT, { fill: colours.paper }), box(0, 0, WIDTH, 250, { fill: colours.ink })];
  const title = { x: 80, y: 110, size: 66, width: 1040, colour: colours.paper, bold: true };
  shapes.push(pen.write('Air Sungai Menjadi Air Minum', title).svg);
  shapes.push(
    pen.write('Empat langkah di rumah', { ...title, y: 190, size: 42, colour: colours.gold, bold: false }).svg,
  );
  for (const [index, { head, text, icon }] of steps.entries()) {
    const y = 300 + index * 282;
    shapes.push(oval(200, y + 115, 112, 112, { fill: '#e4ead9' }), icon(200, y + 115));
    const words = { x: 360, width: 760, colour: colours.ink };
    shapes.push(pen.write(`${index + 1}. ${head}`, { ...words, y: y + 70, size: 52, bold: true }).svg);
    shapes.push(pen.write(text, { ...words, y: y + 132, size: 38, colour: colours.soft }).svg);
    if (index > 0)
      shapes.push(
        line(
          [
            [80, y - 20],
            [1120, y - 20],
          ],
          '#cdd3bf',
          3,
        ),
      );
  }
  const foot = { x: 80, y: 1455, size: 30, width: 1040, colour: colours.soft };
  shapes.push(pen.write('Infografis contoh: Ruang Warta', foot).svg);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 86 }).toBuffer();
}

function bucket(x: number, y: number): string {
  return (
    path(`M${x - 62} ${y - 40}H${x + 62}L${x + 46} ${y + 62}H${x - 46}Z`, { fill: colours.water }) +
    path(`M${x - 50} ${y + 34}H${x + 50}L${x + 46} ${y + 62}H${x - 46}Z`, { fill: '#8a6a45' }) +
    path(`M${x - 60} ${y - 40}C${x - 50} ${y - 96} ${x + 50} ${y - 96} ${x + 60} ${y - 40}`, {
      stroke: colours.ink,
      width: 7,
    })
  );
}

function cloth(x: number, y: number): string {
  return (
    path(
      `M${x - 76} ${y - 50}H${x + 76}C${x + 40} ${y - 10} ${x + 26} ${y + 10} ${x} ${y + 12}C${x - 26} ${y + 10} ${x - 40} ${y - 10} ${x - 76} ${y - 50}Z`,
      {
        fill: '#fffaf0',
        stroke: colours.ink,
        width: 6,
      },
    ) +
    [0, 1, 2].map((drop) => oval(x, y + 34 + drop * 22, 8, 11, { fill: colours.water })).join('') +
    line(
      [
        [x - 40, y - 28],
        [x + 40, y - 28],
      ],
      '#b9c4b0',
      5,
    )
  );
}

function pot(x: number, y: number): string {
  const flame = (at: number) =>
    path(
      curveOf(
        [
          [at - 16, y + 82],
          [at - 4, y + 50],
          [at + 2, y + 66],
          [at + 16, y + 82],
        ],
        true,
      ),
      { fill: colours.fire },
    );
  return (
    box(x - 66, y - 42, 132, 84, { fill: '#6f7f86' }, 16) +
    box(x - 92, y - 18, 184, 14, { fill: colours.ink }, 7) +
    box(x - 70, y - 54, 140, 14, { fill: colours.ink }, 7) +
    [-34, 0, 34].map((at) => flame(x + at)).join('') +
    [-24, 20]
      .map((at) =>
        path(
          curveOf([
            [x + at, y - 64],
            [x + at + 10, y - 76],
            [x + at, y - 88],
            [x + at + 10, y - 100],
          ]),
          { stroke: colours.soft, width: 6, round: true },
        ),
      )
      .join('')
  );
}

function jar(x: number, y: number): string {
  return (
    box(x - 58, y - 36, 116, 112, { fill: '#cfe6e8', stroke: colours.ink, width: 6 }, 22) +
    box(x - 50, y + 4, 100, 64, { fill: colours.water }, 16) +
    box(x - 66, y - 62, 132, 26, { fill: colours.gold }, 10)
  );
}
