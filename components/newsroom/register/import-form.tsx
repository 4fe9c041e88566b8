'use client';

import { ScrollRegion } from '#components/article/scroll-region.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { useField } from '#components/ui/form-context.tsx';
import { keyed } from '#components/ui/keyed.ts';
import type { FormAction } from '#lib/action-state.ts';
import type { Issue } from '#lib/errors.ts';

/** What a file would bring, as the server read it. */
export type Preview = {
  count: { added: number; changed: number; same: number };
  issues: readonly Issue[];
  issueCount: number;
  head: readonly string[];
  sample: readonly (readonly string[])[];
  rowCount: number;
  text: string;
};

/** Takes a CSV file in two steps: shown with its faults, then taken whole. */
export function ImportForm({
  preview,
  take,
  hidden,
}: {
  preview: FormAction<Preview>;
  take: FormAction;
  /** Which list of which portal it is for. */
  hidden: Readonly<Record<string, string>>;
}) {
  return (
    <ActionForm
      action={preview}
      submit="Periksa berkas"
      hidden={hidden}
      className="stack narrow"
      outcome={(read) => <PreviewCard read={read} take={take} hidden={hidden} />}
    >
      <FileField />
    </ActionForm>
  );
}

function FileField() {
  const { id, error } = useField('file');
  const note =
    'CSV dari Excel atau LibreOffice, paling banyak 700 kB dan 5.000 baris. Belum ada yang disimpan pada langkah ini.';
  return (
    <Field id={id} label="Berkas CSV" note={note} error={error}>
      <input {...describedBy(id, { note: true, error })} type="file" name="file" accept=".csv,text/csv" required />
    </Field>
  );
}

function PreviewCard({
  read,
  take,
  hidden,
}: {
  read: Preview;
  take: FormAction;
  hidden: Readonly<Record<string, string>>;
}) {
  const { added, changed, same } = read.count;
  const news = added + changed;
  return (
    <section className="card stack" aria-labelledby="isi-berkas">
      <h2 id="isi-berkas">Isi berkas</h2>
      <p role="status">
        {number(read.rowCount)} baris terbaca: {number(added)} baru, {number(changed)} mengubah entri yang ada,{' '}
        {number(same)} sudah sama.
      </p>
      {read.issueCount > 0 ? (
        <div className="error-summary">
          <strong>
            {number(read.issueCount)} hal perlu diperbaiki. Belum ada yang diambil; perbaiki berkasnya, lalu periksa
            lagi.
          </strong>
          <ul>
            {read.issues.map((issue) => (
              <li key={issue.text}>{issue.text}</li>
            ))}
            {read.issueCount > read.issues.length && <li>dan {number(read.issueCount - read.issues.length)} lagi</li>}
          </ul>
        </div>
      ) : news === 0 ? (
        <p className="notice">Semua baris sudah ada di daftar. Tidak ada yang perlu diambil.</p>
      ) : (
        <ActionForm
          action={take}
          submit={`Ambil ${number(news)} entri`}
          label="Ambil isi berkas"
          hidden={{ ...hidden, text: read.text }}
        />
      )}
      <ScrollRegion className="table-wrap" aria-label="Baris pertama berkas">
        <table>
          <caption className="visually-hidden">Baris pertama berkas</caption>
          <thead>
            <tr>
              {read.head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(read.sample).map(([key, cells]) => (
              <tr key={key}>
                {keyed(cells).map(([cellKey, cell]) => (
                  <td key={cellKey}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

const number = (value: number) => value.toLocaleString('id-ID');
