'use client';

import type { TogetherView } from '#lib/newsroom/presence-shapes.ts';
import { PresenceList } from './presence-list.tsx';
import { useTogether } from './use-together.ts';

const neverTypes = () => null;

/** On a page where an edition is only read: who else is there, who writes, and whether the page is still of today. */
export function PresenceWatch({ editionId, initial }: { editionId: string; initial: TogetherView }) {
  const { view } = useTogether(editionId, initial, neverTypes);
  const { seat, people } = view;
  const writes = seat !== null && !seat.isMine && people.some(({ id }) => id === seat.holder.id);
  const isNewer = view.version > initial.version;
  if (people.length === 0 && !isNewer) return null;
  return (
    <div className="stack-tight">
      <PresenceList people={people} />
      {writes && (
        <p className="small" role="status">
          {seat.holder.name} sedang {seat.isClaim ? 'menyunting' : 'menulis'}.
        </p>
      )}
      {isNewer && (
        <p className="notice notice-warn turn-notice" role="status">
          <span>Naskah ini sudah berubah sejak Anda membukanya.</span>
          <button type="button" onClick={() => window.location.reload()}>
            Muat yang terbaru
          </button>
        </p>
      )}
    </div>
  );
}
