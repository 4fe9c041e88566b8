import { encode } from 'uqr';

/** A text as a code for telephones' cameras, in the colour of the words around it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  // Any mask can be read; weighing all eight takes longer than the rest of the page.
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern: 0 });
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={runsOf(data)} />
    </svg>
  );
}

/** The dark squares of a code as one path: every unbroken run in a row is one rectangle, which keeps the page light. */
function runsOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => {
      const runs: string[] = [];
      for (let x = 0; x < row.length; x += 1) {
        if (!row[x]) continue;
        const from = x;
        while (row[x + 1]) x += 1;
        runs.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`);
      }
      return runs;
    })
    .join('');
}
