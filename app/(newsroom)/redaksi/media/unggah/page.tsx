import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LibraryUpload } from '#components/newsroom/media/library-upload.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { uploadAgencies } from '#lib/library/library.ts';
import { hasScanner } from '#lib/media/scanner.ts';
import { libraryPath, libraryUploadPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Unggah ke pustaka' };

export default async function LibraryUploadPage() {
  const actor = await requireActor(libraryUploadPath);
  const agencies = await orNotFound(uploadAgencies(actor));
  if (agencies.length === 0) notFound();
  return (
    <div className="page stack">
      <PageHeading title="Unggah ke pustaka" back={{ href: libraryPath, label: 'Pustaka media' }} />
      <LibraryUpload agencies={agencies} />
      {!hasScanner() && (
        <p className="small muted">
          Di pemasangan ini berkas tidak dipindai antivirus. Foto disusun ulang sebelum tampil, dan PDF yang memuat
          skrip ditolak; tetap unggah hanya berkas dari sumber yang Anda kenal.
        </p>
      )}
    </div>
  );
}
