import type { ReactNode } from 'react';
import { kindLabels } from '#lib/newsroom/labels.ts';
import type { SearchChoices } from '#lib/newsroom/search-shapes.ts';
import { isFiltered, kindSlugs, type SearchWish } from '#lib/search/search-input.ts';

type Option = { slug: string; name: string };

const kinds: Option[] = [...kindSlugs].map(([slug, kind]) => ({ slug, name: kindLabels[kind] }));

/** What a search may be narrowed to; open when something is chosen, so that nobody overlooks it. */
export function SearchFilters({ wish, choices }: { wish: SearchWish; choices: SearchChoices }) {
  return (
    <details className="search-filters" open={isFiltered(wish)}>
      <summary>Saringan dan urutan</summary>
      <div className="search-fields">
        <Choice name="opd" label="Perangkat daerah" options={choices.agencies} chosen={wish.opd} />
        <Choice name="kanal" label="Kanal" options={choices.sections} chosen={wish.kanal} />
        <Choice name="jenis" label="Jenis" options={kinds} chosen={wish.jenis} />
        {choices.regencies.length > 0 && (
          <Choice name="wilayah" label="Kabupaten/kota" options={choices.regencies} chosen={wish.wilayah} />
        )}
        <Day name="dari" label="Terbit sejak" chosen={wish.dari} />
        <Day name="sampai" label="Terbit sampai" chosen={wish.sampai} />
        <Field name="urut" label="Urutkan">
          <select id="cari-urut" name="urut" defaultValue={wish.urut === 'relevan' ? '' : wish.urut}>
            <option value="">Paling sesuai</option>
            <option value="terbaru">Paling baru</option>
          </select>
        </Field>
      </div>
    </details>
  );
}

function Field({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <p className="search-field">
      <label htmlFor={`cari-${name}`}>{label}</label>
      {children}
    </p>
  );
}

function Choice({
  name,
  label,
  options,
  chosen,
}: {
  name: string;
  label: string;
  options: readonly Option[];
  chosen: string | undefined;
}) {
  return (
    <Field name={name} label={label}>
      <select id={`cari-${name}`} name={name} defaultValue={chosen ?? ''}>
        <option value="">Semua</option>
        {options.map((option) => (
          <option key={option.slug} value={option.slug}>
            {option.name}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Day({ name, label, chosen }: { name: string; label: string; chosen: string | undefined }) {
  return (
    <Field name={name} label={label}>
      <input id={`cari-${name}`} type="date" name={name} defaultValue={chosen ?? ''} />
    </Field>
  );
}
