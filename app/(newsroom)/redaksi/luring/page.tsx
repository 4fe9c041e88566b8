import type { Metadata } from 'next';
import { KeptHelp } from '#components/newsroom/help/kept-help.tsx';
import { OfflineDrafts } from '#components/newsroom/offline-drafts.tsx';

export const metadata: Metadata = { title: 'Luring' };

/** What this browser shows in the place of a newsroom page while there is no network. The same for everybody: it is kept on devices. */
export default function OfflinePage() {
  return (
    <div className="page stack">
      <h1>Sedang luring</h1>
      <p>
        Halaman ini perlu jaringan. Naskah yang pernah Anda buka di perangkat ini tetap dapat dilanjutkan; ketikan
        dikirim begitu jaringan kembali.
      </p>
      <OfflineDrafts />
      <KeptHelp />
    </div>
  );
}
