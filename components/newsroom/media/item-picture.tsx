import type { LibraryItem } from '#lib/library/library-shapes.ts';
import { marksOf } from './library-words.ts';

/** The small picture of an item, or what it is in a word. */
export function ItemPicture({ item }: { item: Pick<LibraryItem, 'kind' | 'source' | 'state'> }) {
  if (item.kind === 'document') return <span className="library-word">PDF</span>;
  if (item.source === null) {
    return <span className="library-word">{item.state === 'processing' ? 'Sedang diolah' : 'Tanpa gambar'}</span>;
  }
  return <img src={item.source} alt="" loading="lazy" />;
}

export function ItemMarks({ item }: { item: LibraryItem }) {
  const marks = marksOf(item);
  if (marks.length === 0) return null;
  return (
    <span className="library-marks">
      {marks.map(({ text, tone }) => (
        <span key={text} className={tone === 'plain' ? 'badge' : `badge badge-${tone}`}>
          {text}
        </span>
      ))}
    </span>
  );
}
