import type { ReactNode } from 'react';
import { keyed } from '#components/ui/keyed.ts';
import type { FieldChange, Piece } from '#lib/newsroom/compare.ts';
import type { BlockChange, LineChange } from '#lib/newsroom/compare-bodies.ts';
import { Pieces } from '../changes.tsx';

/** `side`: the older and the newer beside each other; `inline`: one text with what came and what went. */
export type ComparisonView = 'side' | 'inline';

type SideNames = readonly [string, string];

/** `versions`: an older and a newer state of one text; `stories`: two texts that stand beside each other. */
type Compared = 'versions' | 'stories';

/** Two versions of the words: fields that differ, then the body block by block; blocks that stayed fold away. */
export function Comparison({
  fields,
  blocks,
  view,
  names = ['Lama', 'Baru'],
  of = 'versions',
}: {
  fields: readonly FieldChange[];
  blocks: readonly BlockChange[];
  view: ComparisonView;
  /** What the two sides are called. */
  names?: SideNames;
  of?: Compared;
}) {
  const isSame = fields.length === 0 && blocks.every(({ kind }) => kind === 'same');
  if (isSame) return <p className="empty">Kedua {of === 'versions' ? 'versi' : 'naskah'} sama, kata demi kata.</p>;
  return (
    <div className={`comparison comparison-${of}`}>
      {keyed(fields).map(([key, { name, pieces }]) => (
        <Part key={key} name={name}>
          <Lines lines={[{ kind: 'changed', pieces }]} view={view} names={names} />
        </Part>
      ))}
      {keyed(runsOf(blocks)).map(([key, run]) =>
        Array.isArray(run) ? (
          <Folded key={key} blocks={run} />
        ) : (
          <Part key={key} name={`Isi, ${placeOf(run, of)}`} note={of === 'versions' ? noteOf(run) : ownerOf(run)}>
            {run.kind !== 'moved_away' && <Lines lines={run.lines} view={view} names={names} />}
          </Part>
        ),
      )}
    </div>
  );
}

function Part({ name, note = '', children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <section className="change">
      <h2 className="change-place">
        {name}
        {note !== '' && <span className="badge">{note}</span>}
      </h2>
      {children}
    </section>
  );
}

function Lines({ lines, view, names }: { lines: readonly LineChange[]; view: ComparisonView; names: SideNames }) {
  return keyed(lines).map(([key, { pieces }]) =>
    view === 'inline' ? <Pieces key={key} pieces={pieces} /> : <Sides key={key} pieces={pieces} names={names} />,
  );
}

/** One line beside the other; on a phone below it. What is not there on one side is left empty. */
function Sides({ pieces, names }: { pieces: readonly Piece[]; names: SideNames }) {
  const [before, after] = (['removed', 'added'] as const).map((own) =>
    pieces.filter(({ kind }) => kind === 'same' || kind === own),
  );
  return (
    <div className="sides">
      <Side name={names[0]} pieces={before ?? []} />
      <Side name={names[1]} pieces={after ?? []} />
    </div>
  );
}

function Side({ name, pieces }: { name: string; pieces: readonly Piece[] }) {
  return (
    <div className="side">
      <p className="side-name">{name}</p>
      {pieces.length === 0 ? <p className="muted">Tidak ada</p> : <Pieces pieces={pieces} />}
    </div>
  );
}

function Folded({ blocks }: { blocks: readonly BlockChange[] }) {
  return (
    <details>
      <summary>{blocks.length} bagian tidak berubah</summary>
      {keyed(blocks).map(([key, { lines }]) => (
        <div key={key} className="muted">
          {keyed(lines).map(([lineKey, { pieces }]) => (
            <Pieces key={lineKey} pieces={pieces} />
          ))}
        </div>
      ))}
    </details>
  );
}

/** Blocks that stayed, joined where they follow each other. */
function runsOf(blocks: readonly BlockChange[]): (BlockChange | BlockChange[])[] {
  const runs: (BlockChange | BlockChange[])[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.kind !== 'same') runs.push(block);
    else if (Array.isArray(last)) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

function placeOf({ kind, before, after }: BlockChange, of: Compared): string {
  const isOld = after === null || kind === 'moved_away';
  if (of === 'stories') return `bagian ${((isOld ? before : after) ?? 0) + 1}`;
  return isOld ? `bagian ${(before ?? 0) + 1} yang lama` : `bagian ${after + 1}`;
}

/** Neither of two stories is the older: a part is told by whose it is. */
function ownerOf({ kind }: BlockChange): string {
  if (kind === 'added') return 'Hanya di naskah lain';
  if (kind === 'removed') return 'Hanya di naskah ini';
  return kind === 'moved' || kind === 'moved_away' ? 'Di tempat lain pada naskah lain' : '';
}

function noteOf({ kind, before, after, lines }: BlockChange): string {
  switch (kind) {
    case 'added':
      return 'Baru';
    case 'removed':
      return 'Dihapus';
    case 'moved':
      return `Dipindahkan dari bagian ${(before ?? 0) + 1}${lines.every((line) => line.kind === 'same') ? '' : ', diubah'}`;
    case 'moved_away':
      return `Dipindahkan ke bagian ${(after ?? 0) + 1}`;
    default:
      return '';
  }
}
