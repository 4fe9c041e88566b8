import { originLabels } from '#lib/richtext/origin-words.ts';
import { libraryPath } from '#lib/urls.ts';

type Query = Readonly<Record<string, string | number | undefined>> & { text: string };

const oldestYear = 10;

/** Search and filters of the library: a plain form, so every view has an address of its own. */
export function LibraryFilters({
  query,
  agencies,
  thisYear,
}: {
  query: Query;
  agencies: readonly { id: string; name: string }[];
  thisYear: number;
}) {
  const isNarrowed = Object.entries(query).some(
    ([name, value]) => name !== 'text' && name !== 'after' && value !== undefined,
  );
  return (
    <form action={libraryPath} className="stack-tight" aria-label="Cari di pustaka">
      <div className="field">
        <label htmlFor="cari-media">Kata dari nama, keterangan, kredit, atau tempat</label>
        <div className="with-button">
          <input id="cari-media" type="search" name="text" defaultValue={query.text} maxLength={100} />
          <button type="submit">Cari</button>
        </div>
      </div>
      <details open={isNarrowed}>
        <summary>Saringan</summary>
        <div className="library-filters">
          {agencies.length > 1 && (
            <Choice
              name="agency"
              label="Perangkat daerah"
              value={query.agency}
              choices={agencies.map(({ id, name }) => [id, name])}
            />
          )}
          <Choice
            name="kind"
            label="Jenis"
            value={query.kind}
            choices={[
              ['photo', 'Foto'],
              ['document', 'Dokumen'],
            ]}
          />
          <Choice
            name="year"
            label="Tahun"
            value={query.year}
            choices={Array.from({ length: oldestYear }, (_, back) => [
              String(thisYear - back),
              String(thisYear - back),
            ])}
          />
          <Choice
            name="use"
            label="Pemakaian"
            value={query.use}
            choices={[
              ['used', 'Dipakai artikel'],
              ['unused', 'Belum dipakai'],
            ]}
          />
          <Choice
            name="rights"
            label="Izin"
            value={query.rights}
            choices={[
              ['expiring', 'Habis dalam 30 hari'],
              ['expired', 'Sudah habis'],
              ['expired_live', 'Sudah habis, masih tampil'],
            ]}
          />
          <Choice name="origin" label="Asal" value={query.origin} choices={Object.entries(originLabels)} />
          <Choice name="child" label="Anak" value={query.child} choices={[['ya', 'Memuat anak']]} />
          <Choice name="shared" label="Berbagi" value={query.shared} choices={[['ya', 'Dibagikan ke semua']]} />
        </div>
        <div className="row">
          <button type="submit">Terapkan saringan</button>
          {isNarrowed && <a href={libraryPath}>Hapus semua saringan</a>}
        </div>
      </details>
    </form>
  );
}

function Choice({
  name,
  label,
  value,
  choices,
}: {
  name: string;
  label: string;
  value: string | number | undefined;
  choices: readonly (readonly [string, string])[];
}) {
  const id = `saring-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value === undefined ? '' : String(value)}>
        <option value="">Semua</option>
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
