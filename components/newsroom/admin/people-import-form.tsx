'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { useField } from '#components/ui/form-context.tsx';
import type { PeopleImport } from '#lib/accounts/people-import.ts';
import type { FormAction } from '#lib/action-state.ts';

/** Takes a file of people in two steps: tried and reported line by line, then taken whole. */
export function PeopleImportForm({
  preview,
  take,
  portalId,
}: {
  preview: FormAction<PeopleImport>;
  take: FormAction;
  portalId: string;
}) {
  return (
    <ActionForm
      action={preview}
      submit="Periksa berkas"
      hidden={{ portalId }}
      className="stack narrow"
      outcome={(read) => <Report read={read} take={take} portalId={portalId} />}
    >
      <FileField />
    </ActionForm>
  );
}

function FileField() {
  const { id, error } = useField('file');
  const note = 'CSV dari Excel atau LibreOffice, paling banyak 500 baris. Belum ada yang disimpan pada langkah ini.';
  return (
    <Field id={id} label="Berkas CSV" note={note} error={error}>
      <input {...describedBy(id, { note: true, error })} type="file" name="file" accept=".csv,text/csv" required />
    </Field>
  );
}

const outcomeWords = { new: '＋ Baru', known: '✎ Bertambah', same: '＝ Sama', wrong: '✕ Perlu diperbaiki' } as const;

function Report({ read, take, portalId }: { read: PeopleImport; take: FormAction; portalId: string }) {
  const wrongFirst = [...read.lines].sort((a, b) => Number(b.outcome === 'wrong') - Number(a.outcome === 'wrong'));
  return (
    <section className="card stack" aria-labelledby="isi-berkas">
      <h2 id="isi-berkas">Isi berkas</h2>
      <p role="status">
        {read.lines.length} baris terbaca: {read.people} orang baru, {read.roles} peran
        {read.waiting > 0 && `, ${read.waiting} di antaranya menunggu diterima`}.
      </p>
      {read.wrong > 0 ? (
        <div className="notice notice-warn stack-tight">
          <p>
            <strong>{read.wrong} baris perlu diperbaiki.</strong> Berkas diambil seluruhnya atau tidak sama sekali.
          </p>
          <button type="button" onClick={() => save(read.errorsCsv)}>
            Unduh baris yang salah
          </button>
        </div>
      ) : (
        <ActionForm action={take} submit="Ambil semuanya" hidden={{ portalId, text: read.text }} className="" />
      )}
      <DataTable
        caption="Laporan per baris"
        columns={['Baris', 'Nama', 'Surel', 'Hasil']}
        rows={wrongFirst.map((line) => ({
          key: String(line.line),
          cells: [
            line.line,
            line.name || '–',
            line.email || '–',
            <span key="hasil">
              {outcomeWords[line.outcome]}
              <br />
              <span className="small">{line.text}</span>
            </span>,
          ],
        }))}
      />
    </section>
  );
}

function save(csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'orang-perlu-diperbaiki.csv';
  link.click();
  URL.revokeObjectURL(address);
}
