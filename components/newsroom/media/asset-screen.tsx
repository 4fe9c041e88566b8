import { PageHeading } from '#components/ui/page-heading.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { AssetPage } from '#lib/library/library-shapes.ts';
import type { Prepared } from '#lib/library/replacement.ts';
import { formatBytes, formatMoment } from '#lib/newsroom/labels.ts';
import { draftPath, libraryAssetPath, libraryPath } from '#lib/urls.ts';
import { AssetFacts } from './asset-facts.tsx';
import {
  DescribeForm,
  FocusForm,
  ReplaceForm,
  RestoreForm,
  ShareForm,
  TurnForms,
  WithdrawForm,
} from './asset-forms.tsx';
import { ItemMarks } from './item-picture.tsx';
import { nameOf } from './library-words.ts';

export type AssetActions = {
  describe: FormAction;
  focus: FormAction;
  prepareReplacement: FormAction<Prepared>;
  restore: FormAction;
  share: FormAction;
  turn: FormAction;
  withdraw: FormAction;
};

/** One photo or document: what it is, where it stands, and what can be done with it. */
export function AssetScreen({
  asset,
  timeZone,
  actions,
}: {
  asset: AssetPage;
  timeZone: string;
  actions: AssetActions;
}) {
  const { may } = asset;
  const isPhoto = asset.kind === 'photo';
  return (
    <div className="page stack">
      <PageHeading title={nameOf(asset)} back={{ href: libraryPath, label: 'Pustaka media' }} />
      <ItemMarks item={asset} />
      {asset.withdrawn !== null && (
        <p className="notice notice-danger">
          <strong>Ditarik {formatMoment(asset.withdrawn.at, timeZone)}.</strong> Pembaca melihat kotak kosong di
          tempatnya. Alasan: {asset.withdrawn.reason}
        </p>
      )}
      {asset.rights === 'expired' && asset.withdrawn === null && (
        <p className="notice notice-warn">
          Izin pemakaian berkas ini sudah habis. Perpanjang izinnya, ganti di artikel yang memakainya, atau minta
          redaktur menariknya.
        </p>
      )}
      {isPhoto ? (
        asset.largeSource !== null && <img className="asset-picture" src={asset.largeSource} alt={asset.alt} />
      ) : (
        <p>
          <a className="button" href={asset.largeSource ?? libraryPath}>
            Unduh dokumen (PDF, {formatBytes(asset.bytes)})
          </a>
        </p>
      )}
      <AssetFacts asset={asset} timeZone={timeZone} isWhole={!may.describe} />
      {may.describe && (
        <section className="stack" aria-labelledby="keterangan">
          <h2 id="keterangan">Keterangan dan izin</h2>
          <DescribeForm asset={asset} action={actions.describe} />
        </section>
      )}
      <Uses asset={asset} />
      {isPhoto && asset.largeSource !== null && (
        <details>
          <summary>Titik fokus dan potongan</summary>
          <div className="stack">
            <p className="muted">
              Ketuk bagian foto yang harus tetap terlihat. Foto utama yang dipasang sesudah ini mulai dari titik ini.
            </p>
            <FocusForm asset={asset} source={asset.largeSource} action={actions.focus} />
          </div>
        </details>
      )}
      {may.describe && (
        <section className="stack" aria-labelledby="langkah">
          <h2 id="langkah">Langkah</h2>
          <ShareForm asset={asset} action={actions.share} />
          {isPhoto && <TurnForms asset={asset} action={actions.turn} />}
          <Copies asset={asset} />
          {may.replace && <ReplaceForm asset={asset} action={actions.prepareReplacement} />}
          {may.withdraw && asset.twins.length > 0 && (
            <CopyList
              label="Berkas yang sama diunggah juga tersendiri; menarik yang ini tidak menarik yang lain"
              copies={asset.twins}
            />
          )}
          {may.withdraw && <WithdrawForm asset={asset} action={actions.withdraw} />}
          {may.restore && <RestoreForm asset={asset} action={actions.restore} />}
        </section>
      )}
    </div>
  );
}

function Uses({ asset }: { asset: AssetPage }) {
  const { useList, hiddenUses } = asset;
  return (
    <section className="stack" aria-labelledby="dipakai">
      <h2 id="dipakai">Dipakai di</h2>
      {useList.length === 0 && hiddenUses === 0 && <p className="muted">Belum dipakai di artikel mana pun.</p>}
      {useList.length > 0 && (
        <ul className="rows">
          {useList.map(({ articleId, number, title, stateLabel, isLive }) => (
            <li key={`${articleId}-${number}`} className="edition-row">
              <a className="edition-title" href={draftPath(articleId)}>
                {title}
              </a>
              <p className="small">
                <span className={isLive ? 'badge badge-good' : 'badge'}>{stateLabel}</span>
                {number > 1 && ` edisi ${number}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {hiddenUses > 0 && <p className="muted">Dan {hiddenUses} naskah lain yang tidak dapat Anda buka.</p>}
    </section>
  );
}

function CopyList({ label, copies }: { label: string; copies: AssetPage['copies'] }) {
  return (
    <div className="stack-tight">
      <p className="small">{label}:</p>
      <ul className="row plain-list">
        {copies.map(({ assetId, agencyName, source }, index) => (
          <li key={assetId}>
            <a href={libraryAssetPath(assetId)}>
              {source === null ? (
                `${index + 1}. ${agencyName}`
              ) : (
                <img className="copy-picture" src={source} alt={`${index + 1}. ${agencyName}`} />
              )}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Copies({ asset: { copies, derivedFrom } }: { asset: AssetPage }) {
  return (
    <>
      {derivedFrom !== null && (
        <p className="small">
          Berkas ini salinan yang diputar. <a href={libraryAssetPath(derivedFrom)}>Lihat asalnya</a>
        </p>
      )}
      {copies.length > 0 && <CopyList label="Salinan yang diputar" copies={copies} />}
    </>
  );
}
