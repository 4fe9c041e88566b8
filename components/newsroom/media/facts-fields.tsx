'use client';

import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TickField } from '#components/ui/tick-field.tsx';
import { factLimits } from '#lib/library/facts-input.ts';
import type { AssetPage } from '#lib/library/library-shapes.ts';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { originLabels } from '#lib/richtext/origin-words.ts';

/** Everything the library says of a file, as fields of an `ActionForm`. */
export function FactsFields({ asset }: { asset: AssetPage }) {
  const isPhoto = asset.kind === 'photo';
  return (
    <>
      <TextField
        name="caption"
        label="Keterangan"
        note="Siapa, melakukan apa, di mana, kapan. Ikut terpasang saat berkas dipakai."
        initial={asset.caption}
        maxLength={fieldLimits.caption}
        rows={2}
        isOptional
      />
      {isPhoto && (
        <TextField
          name="alt"
          label="Teks alternatif"
          note="Apa yang terlihat, untuk pembaca yang tidak melihat fotonya."
          initial={asset.alt}
          maxLength={fieldLimits.alt}
          rows={2}
          isOptional
        />
      )}
      <div className="fields-two fields-level">
        <TextField
          name="credit"
          label="Kredit"
          note="Nama pemotret/unit."
          initial={asset.credit}
          maxLength={fieldLimits.credit}
          isOptional
        />
        {isPhoto && (
          <SelectField
            name="origin"
            label="Asal gambar"
            note="Selain foto, pembaca melihat label ini."
            initial={asset.origin}
            choices={Object.entries(originLabels).map(([value, label]) => ({ value, label }))}
          />
        )}
        <TextField name="takenOn" label="Tanggal pengambilan" type="date" initial={asset.takenOn ?? ''} isOptional />
        <TextField
          name="takenAt"
          label="Tempat pengambilan"
          initial={asset.takenAt}
          maxLength={factLimits.takenAt}
          isOptional
        />
        <TextField
          name="terms"
          label="Lisensi atau syarat pemakaian"
          initial={asset.terms}
          maxLength={factLimits.terms}
          isOptional
        />
        <TextField
          name="rightsUntil"
          label="Boleh dipakai sampai"
          type="date"
          note="Kosongkan bila tanpa batas waktu."
          initial={asset.rightsUntil ?? ''}
          isOptional
        />
      </div>
      {isPhoto && (
        <div className="choices">
          <TickField name="showsChild" label="Memuat anak di bawah 18 tahun" initial={asset.showsChild} />
          <TickField name="hasConsent" label="Ada izin dari yang terlihat atau walinya" initial={asset.hasConsent} />
        </div>
      )}
    </>
  );
}
