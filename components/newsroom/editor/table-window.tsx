'use client';

import { type FormEvent, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { blockLimits } from '#lib/richtext/measure.ts';

/** Asks how large a table is to begin with; larger ones than readers can use are refused in words. */
export function TableWindow({
  onInsert,
  onAttach,
  onClose,
}: {
  onInsert: (rows: number, columns: number) => void;
  /** The writer attaches a document instead. */
  onAttach: () => void;
  onClose: () => void;
}) {
  const [rows, setRows] = useState('4');
  const [columns, setColumns] = useState('3');
  const [refusal, setRefusal] = useState<string>();

  const put = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const [high, wide] = [Number(rows), Number(columns)];
    if (!(Number.isInteger(high) && Number.isInteger(wide) && high >= 1 && wide >= 1)) {
      setRefusal('Isi baris dan kolom dengan bilangan bulat, paling kecil 1.');
      return;
    }
    if (high > blockLimits.tableRows || wide > blockLimits.tableColumns) {
      setRefusal(
        `Tabel dalam naskah paling besar ${blockLimits.tableRows} baris dan ${blockLimits.tableColumns} kolom. Tabel yang lebih besar lampirkan sebagai dokumen PDF.`,
      );
      return;
    }
    onClose();
    onInsert(high, wide);
  };

  const field = { type: 'number', inputMode: 'numeric', min: 1 } as const;
  return (
    <Dialog isOpen title="Tabel baru" onClose={onClose}>
      <form className="stack" noValidate onSubmit={put}>
        <div className="fields-two">
          <Field id="tabel-baris" label="Baris, termasuk judul kolom">
            <input
              {...describedBy('tabel-baris', { error: refusal })}
              {...field}
              data-first
              value={rows}
              onChange={(event) => setRows(event.target.value)}
            />
          </Field>
          <Field id="tabel-kolom" label="Kolom">
            <input
              {...describedBy('tabel-kolom', {})}
              {...field}
              value={columns}
              onChange={(event) => setColumns(event.target.value)}
            />
          </Field>
        </div>
        {refusal && (
          <p className="field-error" id="tabel-baris-error" role="alert">
            {refusal}
          </p>
        )}
        <p className="muted small">
          Sel dari Excel, LibreOffice Calc, atau Google Sheets dapat langsung ditempel ke naskah.
        </p>
        <div className="row">
          <button type="submit" className="button-main">
            Sisipkan tabel
          </button>
          {refusal && (
            <button
              type="button"
              onClick={() => {
                onClose();
                onAttach();
              }}
            >
              Lampirkan dokumen PDF
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
