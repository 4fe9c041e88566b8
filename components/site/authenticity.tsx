import { Moment } from '#components/article/story.tsx';
import { changeTypeLabels } from '#lib/newsroom/labels.ts';
import type { Authenticity as Found, PublicNote, PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { articlePath, readerPath } from '#lib/urls.ts';

/** What a code says of the text that bears it, in words for everybody. */
export function Authenticity({ found, portal }: { found: Found; portal: PublicPortal }) {
  const { timeZone } = portal;
  switch (found.kind) {
    case 'unknown':
      return (
        <div className="verdict verdict-unknown">
          <p className="standfirst">
            {portal.name} tidak mengenal tulisan dengan kode ini. Periksa apakah kodenya tersalin lengkap.
          </p>
          <p>
            Bila kodenya benar tersalin, tulisan itu bukan terbitan situs ini. Jangan sebarkan sebelum Anda menemukannya
            di sumber resmi.
          </p>
        </div>
      );
    case 'retracted':
      return (
        <div className="verdict verdict-gone">
          <p className="standfirst">
            Tulisan ini pernah terbit di sini dan ditarik pada{' '}
            <Moment at={found.tombstone.retractedAt} timeZone={timeZone} />. Jangan lagi merujuknya.
          </p>
          <p>Alasan: {found.tombstone.reason}</p>
          <p>
            <a href={articlePath(found.slug)}>Keterangan penarikan</a>
          </p>
        </div>
      );
    case 'superseded':
      return (
        <div className="verdict verdict-changed">
          <p className="standfirst">
            Tulisan ini benar terbit di {portal.name} pada <Moment at={found.publishedAt} timeZone={timeZone} />, lalu
            berubah. Yang berlaku adalah edisi terbaru.
          </p>
          <Facts found={found} />
          <Notes title="Yang berubah sejak itu" notes={found.notes} timeZone={timeZone} />
          {found.notes.length === 0 && <p>Perubahannya kecil dan tidak mengubah arti.</p>}
        </div>
      );
    case 'current':
      return (
        <div className="verdict verdict-current">
          <p className="standfirst">
            Tulisan ini terbit di {portal.name} pada <Moment at={found.publishedAt} timeZone={timeZone} /> dan isinya
            sama dengan yang terpasang sekarang.
          </p>
          <Facts found={found} />
          <Notes title="Ralat dan perubahan yang sudah dimuat" notes={found.notes} timeZone={timeZone} />
        </div>
      );
  }
}

type Known = Extract<Found, { kind: 'current' | 'superseded' }>;

function Facts({ found }: { found: Known }) {
  const { card, number, signers } = found;
  return (
    <>
      <p className="verdict-title">
        <a href={readerPath(card)}>{card.title}</a>
      </p>
      <p className="quiet">
        {card.agency.name} · Edisi {number} · ditandatangani {signers} orang
      </p>
    </>
  );
}

function Notes({ title, notes, timeZone }: { title: string; notes: readonly PublicNote[]; timeZone: string }) {
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="perubahan">
      <h2 id="perubahan" className="label">
        {title}
      </h2>
      <ol className="notes">
        {notes.map(({ number, changeType, note, at }) => (
          <li key={number}>
            <b>{changeTypeLabels[changeType]}.</b> {note}{' '}
            <span className="quiet">
              Edisi {number}, <Moment at={at} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
