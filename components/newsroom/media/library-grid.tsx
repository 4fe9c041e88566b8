import type { AssetId } from '#lib/ids.ts';
import type { LibraryItem } from '#lib/library/library-shapes.ts';
import { ItemMarks, ItemPicture } from './item-picture.tsx';
import { nameOf } from './library-words.ts';

/** Photos and documents side by side, each leading to its page. */
export function LibraryGrid({ items, hrefOf }: { items: readonly LibraryItem[]; hrefOf: (id: AssetId) => string }) {
  return (
    <ul className="photo-grid library-grid">
      {items.map((item) => (
        <li key={item.assetId}>
          <a className="library-item" href={hrefOf(item.assetId)}>
            <ItemPicture item={item} />
            <span className="library-name">{nameOf(item)}</span>
            <span className="muted small">
              {item.agencyName}
              {item.uses > 0 && ` · dipakai ${item.uses} artikel`}
            </span>
            <ItemMarks item={item} />
          </a>
        </li>
      ))}
    </ul>
  );
}
