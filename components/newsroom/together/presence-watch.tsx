'use client';

import type { TogetherView } from '#lib/newsroom/presence-shapes.ts';
import { useLiveSignals } from '../live/use-live-signals.ts';
import { PresenceList } from './presence-list.tsx';
import { useTogether } from './use-together.ts';

const neverTypes = () => null;

type PresenceWatchProps = { articleId: string; editionId: string; initial: TogetherView };

/** On a page where an edition is only read: who else is there, who writes, and whether the page is still of today. */
export function PresenceWatch({ articleId, editionId, initial }: PresenceWatchProps) {
  const { view, look } = useTogether(editionId, initial, neverTypes);
  useLiveSignals({ articleId }, look);
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
