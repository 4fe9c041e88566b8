import { encode } from 'uqr';

/** On paper only: the address of the article, to be typed or scanned, for the notice board of a village office. */
export function PrintedAddress({ address }: { address: string }) {
  // Any mask can be read; weighing all eight takes longer than the rest of the page.
  const { data, size } = encode(address, { ecc: 'M', border: 0, maskPattern: 0 });
  return (
    <div className="printed-address print-only">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label="Kode QR alamat artikel ini">
        <path d={runsOf(data)} />
      </svg>
      <p>
        Pindai kode ini atau buka <b>{address}</b> untuk membaca edisi terbaru.
      </p>
    </div>
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
