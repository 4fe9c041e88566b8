'use client';

import { useState } from 'react';
import { EditionRows } from '#components/newsroom/edition-rows.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { BulkOutcome } from '#lib/desk/bulk-outcome.ts';
import { itemText } from '#lib/desk/desk-inputs.ts';
import type { EditionRowView } from '#lib/newsroom/desk-shapes.ts';
import { approvalSheetPath, historyPath, readerPath, reviewPath } from '#lib/urls.ts';
import { BulkOutcomes, type Told } from './bulk-outcomes.tsx';
import { WhatIsChosen } from './chosen-window.tsx';

type ArchiveVerb = 'archive' | 'unarchive';

const texts = {
  archive: {
    title: 'Arsipkan',
    text: 'Artikel tetap dapat dibaca di alamatnya, bertanda arsip, dan tidak lagi tampil di halaman depan.',
    done: 'diarsipkan',
  },
  unarchive: {
    title: 'Keluarkan dari arsip',
    text: 'Artikel kembali tampil seperti artikel terbit lain, tanpa tanda arsip.',
    done: 'dikeluarkan dari arsip',
  },
} as const;

/** What was published, with the ways to put several into the archive or take them out. */
export function ArchiveList({
  rows,
  timeZone,
  at,
  actions,
}: {
  rows: readonly EditionRowView[];
  timeZone: string;
  /** The moment at which the list was read. */
  at: Date;
  actions: Readonly<Record<ArchiveVerb, FormAction<BulkOutcome[]>>>;
}) {
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<ArchiveVerb | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const chosen = rows.filter((row) => chosenIds.has(row.editionId));
  const fitFor = (verb: ArchiveVerb) => chosen.filter(({ allowed }) => allowed.includes(verb));
  const choose = (editionId: string, isChosen: boolean) => {
    const next = new Set(chosenIds);
    if (isChosen) next.add(editionId);
    else next.delete(editionId);
    setChosenIds(next);
  };
  return (
    <div className="stack">
      {told && <BulkOutcomes told={told} />}
      <EditionRows
        rows={rows}
        timeZone={timeZone}
        at={at}
        hrefOf={(row) => reviewPath(row.articleId, row.number)}
        choice={(row) =>
          (row.allowed.includes('archive') || row.allowed.includes('unarchive')) && (
            <label className="queue-choose">
              <input
                type="checkbox"
                checked={chosenIds.has(row.editionId)}
                onChange={(event) => choose(row.editionId, event.target.checked)}
              />
              <span className="visually-hidden">Pilih: {row.title || 'Tanpa judul'}</span>
            </label>
          )
        }
        aside={(row) => (
          <>
            {row.slug !== null && (
              <a href={readerPath({ kind: row.kind, slug: row.slug })} target="_blank" rel="noopener">
                Lihat di situs<span className="visually-hidden">: {row.title}</span>
              </a>
            )}
            <a href={approvalSheetPath(row.articleId, row.number)}>
              Lembar persetujuan<span className="visually-hidden">: {row.title}</span>
            </a>
            <a href={historyPath(row.articleId)}>
              Riwayat<span className="visually-hidden">: {row.title}</span>
            </a>
          </>
        )}
      />
      {chosen.length > 0 && (
        <section className="queue-chosen" aria-label="Artikel yang dipilih">
          <p role="status">
            <strong>{chosen.length} dipilih</strong>
          </p>
          <div className="row">
            {(['archive', 'unarchive'] as const).map(
              (verb) =>
                fitFor(verb).length > 0 && (
                  <button key={verb} type="button" onClick={() => setOpen(verb)}>
                    {texts[verb].title}
                  </button>
                ),
            )}
            <button type="button" className="button-plain" onClick={() => setChosenIds(new Set())}>
              Lepas pilihan
            </button>
          </div>
        </section>
      )}
      {open && (
        <ArchiveWindow
          verb={open}
          rows={fitFor(open)}
          action={actions[open]}
          onClose={() => setOpen(null)}
          onDone={(outcomes) => {
            setOpen(null);
            setTold({
              ...{ done: texts[open].done, outcomes },
              titles: new Map(rows.map((row) => [row.editionId, row.title])),
            });
            setChosenIds(new Set());
          }}
        />
      )}
    </div>
  );
}

function ArchiveWindow({
  verb,
  rows,
  action,
  onClose,
  onDone,
}: {
  verb: ArchiveVerb;
  rows: readonly EditionRowView[];
  action: FormAction<BulkOutcome[]>;
  onClose: () => void;
  onDone: (outcomes: readonly BulkOutcome[]) => void;
}) {
  const carryOut: FormAction<BulkOutcome[]> = async (before, form) => {
    const answer = await action(before, form);
    if (answer.status === 'done') onDone(answer.result ?? []);
    return answer;
  };
  const { title, text } = texts[verb];
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <WhatIsChosen rows={rows} />
      <p>{text}</p>
      <ActionForm action={carryOut} submit={title}>
        {rows.map((row) => (
          <input key={row.editionId} type="hidden" name="items" value={itemText({ ...row, assignee: null })} />
        ))}
      </ActionForm>
    </Dialog>
  );
}
