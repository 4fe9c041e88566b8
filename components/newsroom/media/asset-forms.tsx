'use client';

import { useState } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { factLimits } from '#lib/library/facts-input.ts';
import type { AssetPage, LibraryItem } from '#lib/library/library-shapes.ts';
import type { Prepared } from '#lib/library/replacement.ts';
import { draftPath } from '#lib/urls.ts';
import { FactsFields } from './facts-fields.tsx';
import { FocalPicker } from './focal-picker.tsx';
import { ItemPicture } from './item-picture.tsx';
import { LibraryPicker } from './library-picker.tsx';
import { nameOf } from './library-words.ts';

type Props = { asset: AssetPage; action: FormAction };

const targetOf = ({ assetId, version }: AssetPage) => ({ assetId, version });

export function DescribeForm({ asset, action }: Props) {
  return (
    <ActionForm action={action} submit="Simpan keterangan" label="Keterangan dan izin" hidden={targetOf(asset)}>
      <FactsFields asset={asset} />
    </ActionForm>
  );
}

/** The point by tapping or by arrow keys; seen at once, kept when it is saved. */
export function FocusForm({ asset, source, action }: Props & { source: string }) {
  const [focal, setFocal] = useState(asset.focal);
  const { width, height } = asset;
  const picker = (
    <FocalPicker
      source={source}
      size={{ width, height }}
      focal={focal}
      isEditable={asset.may.describe}
      onChange={setFocal}
    />
  );
  if (!asset.may.describe) return picker;
  return (
    <ActionForm action={action} submit="Simpan titik fokus" tone="usual" label="Titik fokus" hidden={targetOf(asset)}>
      {picker}
      <input type="hidden" name="x" value={focal.x} />
      <input type="hidden" name="y" value={focal.y} />
    </ActionForm>
  );
}

export function ShareForm({ asset, action }: Props) {
  return (
    <div className="stack-tight">
      <p>
        {asset.isShared
          ? 'Semua perangkat daerah portal ini dapat memakai berkas ini.'
          : 'Hanya perangkat daerah pemiliknya yang dapat memakai berkas ini.'}
      </p>
      <ActionForm
        key={String(asset.isShared)}
        action={action}
        tone="usual"
        submit={asset.isShared ? 'Hentikan berbagi' : 'Bagikan ke semua perangkat daerah'}
        hidden={{ ...targetOf(asset), isShared: asset.isShared ? 'off' : 'on' }}
      />
    </div>
  );
}

export function TurnForms({ asset, action }: Props) {
  return (
    <div className="stack-tight">
      <p className="muted small">
        Memutar membuat foto baru dengan keterangan yang sama; yang ini tetap, karena isinya ikut ditandatangani.
      </p>
      <div className="row">
        <ActionForm
          action={action}
          tone="usual"
          submit="Putar ke kiri"
          hidden={{ ...targetOf(asset), direction: 'left' }}
        />
        <ActionForm
          action={action}
          tone="usual"
          submit="Putar ke kanan"
          hidden={{ ...targetOf(asset), direction: 'right' }}
        />
      </div>
    </div>
  );
}

export function WithdrawForm({ asset, action }: Props) {
  return (
    <details>
      <summary>Tarik dari pembaca sekarang juga</summary>
      <ActionForm
        action={action}
        submit="Tarik sekarang"
        tone="danger"
        label="Tarik dari pembaca"
        hidden={targetOf(asset)}
      >
        <p>
          Berkas ini langsung hilang dari semua halaman; di tempatnya tampil kotak kosong. Artikelnya tetap terbit.
          Redaktur pelaksana dapat memulihkannya.
        </p>
        <TextField name="reason" label="Alasan, dicatat di jejak audit" maxLength={factLimits.reason} rows={2} />
      </ActionForm>
    </details>
  );
}

export function RestoreForm({ asset, action }: Props) {
  return (
    <details>
      <summary>Pulihkan bagi pembaca</summary>
      <ActionForm action={action} submit="Pulihkan" label="Pulihkan bagi pembaca" hidden={targetOf(asset)}>
        <TextField name="reason" label="Alasan, dicatat di jejak audit" maxLength={factLimits.reason} rows={2} />
      </ActionForm>
    </details>
  );
}

/** Another photo for every live article that shows this one: drafts to be signed one by one. */
export function ReplaceForm({ asset, action }: { asset: AssetPage; action: FormAction<Prepared> }) {
  const [isChoosing, setIsChoosing] = useState(false);
  const [by, setBy] = useState<LibraryItem | null>(null);
  return (
    <details>
      <summary>Ganti di artikel yang sudah terbit</summary>
      <div className="stack">
        <p>
          Untuk tiap artikel terbit yang memakai foto ini disiapkan edisi perubahan kecil dengan foto penggantinya.
          Pembaca baru melihatnya setelah tiap edisi ditandatangani seperti biasa.
        </p>
        {by !== null && (
          <p className="row">
            <span className="library-thumb">
              <ItemPicture item={by} />
            </span>
            <strong>{nameOf(by)}</strong>
          </p>
        )}
        <div>
          <button type="button" onClick={() => setIsChoosing(true)}>
            {by === null ? 'Pilih foto pengganti' : 'Pilih foto lain'}
          </button>
        </div>
        <LibraryPicker
          kind="photo"
          isOpen={isChoosing}
          title="Pilih foto pengganti"
          onClose={() => setIsChoosing(false)}
          onTake={([item]) => {
            setBy(item ?? null);
            setIsChoosing(false);
          }}
        />
        {by !== null && (
          <ActionForm
            action={action}
            submit="Siapkan edisi pengganti"
            label="Ganti di artikel terbit"
            hidden={{ assetId: asset.assetId }}
            outcome={(result) => <PreparedList result={result} />}
          >
            <input type="hidden" name="byAssetId" value={by.assetId} />
          </ActionForm>
        )}
      </div>
    </details>
  );
}

function PreparedList({ result: { prepared, skipped } }: { result: Prepared }) {
  return (
    <div role="status" className={prepared.length === 0 ? 'notice stack-tight' : 'notice notice-good stack-tight'}>
      <p>
        {prepared.length === 0
          ? 'Tidak ada edisi yang disiapkan.'
          : `${prepared.length} edisi disiapkan. Buka satu per satu, lalu ajukan.`}
      </p>
      {prepared.length > 0 && (
        <ul>
          {prepared.map(({ articleId, title }) => (
            <li key={articleId}>
              <a href={draftPath(articleId)}>{title}</a>
            </li>
          ))}
        </ul>
      )}
      {skipped.length > 0 && (
        <>
          <p>Tidak disiapkan:</p>
          <ul>
            {skipped.map(({ articleId, title, reason }) => (
              <li key={articleId}>
                <a href={draftPath(articleId)}>{title}</a>: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
