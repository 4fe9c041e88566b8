import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportForm } from '#components/newsroom/register/import-form.tsx';
import { listNames } from '#components/newsroom/register/register-frame.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { csvColumns } from '#lib/register/csv-columns.ts';
import { registerExportPath, registerImportPath, registerListNamed, registerPaths } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { previewImportAction, takeImportAction } from '../../actions.ts';
import { type ListAddress, listWish } from '../../wish.ts';

export const metadata: Metadata = { title: 'Ambil dari CSV · Daftar rujukan' };

type Props = { params: Promise<{ list: string }>; searchParams: ListAddress };

export default async function ImportPage({ params, searchParams }: Props) {
  const list = registerListNamed((await params).list) ?? notFound();
  const actor = await requireActor(registerImportPath(list));
  const { portal } = await listWish(actor, searchParams);
  // For whoever only reads there is nothing to take in.
  if (!(list === 'names' ? portal.mayDecideNames : portal.mayKeep)) notFound();
  return (
    <div className="page page-list stack">
      <PageHeading
        title={`Ambil ${listNames[list]} dari CSV`}
        back={{ href: `${registerPaths[list]}?portal=${portal.id}`, label: 'Daftar rujukan' }}
      />
      <p>
        Baris pertama berisi nama kolom: <code>{csvColumns[list].map(([name]) => name).join('; ')}</code>. Cara
        termudah:{' '}
        <a href={registerExportPath(list, portal.id)} download>
          unduh daftar ini
        </a>
        , ubah di Excel atau LibreOffice, simpan sebagai CSV, lalu ambil di sini. Entri dengan nama yang sama diubah;
        tidak ada yang dihapus.
      </p>
      <ImportForm preview={previewImportAction} take={takeImportAction} hidden={{ portalId: portal.id, kind: list }} />
    </div>
  );
}
