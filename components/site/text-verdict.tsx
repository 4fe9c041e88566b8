import { keyed } from '#components/ui/keyed.ts';
import type { Run } from '#lib/authenticity/compare-lines.ts';
import type { KnownSource, TextCheck } from '#lib/authenticity/text-check.ts';
import { textCheckLimits } from '#lib/authenticity/text-check.ts';
import type { PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { Authenticity } from './authenticity.tsx';

/** What is said over the answer. */
export function textHeading(check: TextCheck): string {
  switch (check.kind) {
    case 'same':
      return {
        current: 'Asli dan terkini',
        superseded: 'Asli, tetapi sudah berubah',
        retracted: 'Pernah terbit, sekarang ditarik',
      }[check.source.kind];
    case 'part':
      return check.source.kind === 'retracted' ? 'Pernah terbit, sekarang ditarik' : 'Sebagian dari tulisan kami';
    case 'different':
      return 'Berbeda dari yang kami terbitkan';
    case 'unknown':
      return 'Tulisan ini tidak kami kenal';
    case 'empty':
      return 'Tulisannya terlalu pendek';
    case 'too_long':
      return 'Tulisannya terlalu panjang';
    case 'unreadable':
      return 'Berkas ini tidak dapat dibaca';
    case 'too_often':
      return 'Terlalu banyak pemeriksaan';
  }
}

/** What may be said of a text that a reader sent, in words for everybody. */
export function TextVerdict({ check, portal }: { check: TextCheck; portal: PublicPortal }) {
  switch (check.kind) {
    case 'same':
      return (
        <>
          <p className="standfirst">
            {check.source.kind === 'retracted'
              ? 'Setiap kata tulisan ini pernah kami terbitkan, lalu kami tarik.'
              : 'Setiap kata tulisan ini sama dengan yang kami terbitkan.'}
          </p>
          {check.hasHidden && <HiddenSigns />}
          <Source source={check.source} portal={portal} />
        </>
      );
    case 'part':
      return (
        <>
          <p className="standfirst">
            Kata-katanya dari tulisan kami, tetapi tidak lengkap. Yang dihilangkan dapat mengubah artinya.
          </p>
          {check.hasHidden && <HiddenSigns />}
          {check.missing.length > 0 && <Missing lines={check.missing} />}
          <Source source={check.source} portal={portal} />
        </>
      );
    case 'different':
      return (
        <>
          <p className="standfirst">
            Tulisan ini mirip dengan terbitan kami, tetapi kata-katanya tidak sama. Jangan sebarkan sebagai tulisan{' '}
            {portal.name}.
          </p>
          {check.isTurned && (
            <p>
              Di dalamnya ada tanda tersembunyi yang membalik arah huruf, sehingga yang terbaca bukan yang tertulis.
            </p>
          )}
          {check.runs.length > 0 && <Differences runs={check.runs} />}
          <Source source={check.source} portal={portal} />
        </>
      );
    case 'unknown':
      return (
        <div className="verdict verdict-unknown">
          <p className="standfirst">
            Kami tidak menemukan tulisan seperti ini di antara yang diterbitkan {portal.name}. Mungkin bukan dari kami,
            atau terlalu banyak yang berubah.
          </p>
          <p>
            Jangan sebarkan sebelum Anda menemukannya di sumber resmi. Bila ada kode keasliannya, periksa lewat kode.
          </p>
        </div>
      );
    case 'empty':
      return (
        <p className="standfirst">Tempel sedikitnya satu kalimat ({textCheckLimits.words} kata), lalu periksa lagi.</p>
      );
    case 'too_long':
      return (
        <p className="standfirst">
          Paling banyak {textCheckLimits.letters.toLocaleString('id-ID')} huruf. Periksa satu tulisan setiap kali.
        </p>
      );
    case 'unreadable':
      return (
        <p className="standfirst">Pilih berkas teks (.txt atau .md) yang diunduh dari situs ini, atau tempel isinya.</p>
      );
    case 'too_often':
      return (
        <p className="standfirst">Tunggu beberapa menit, lalu periksa lagi. Tulisan Anda masih ada di bawah ini.</p>
      );
  }
}

function HiddenSigns() {
  return <p className="quiet">Di dalamnya ada tanda yang tidak terlihat. Tanda itu tidak mengubah kata-katanya.</p>;
}

function Source({ source, portal }: { source: KnownSource; portal: PublicPortal }) {
  return (
    <section aria-labelledby="sumber-tulisan" className="check-part">
      <h2 id="sumber-tulisan" className="label">
        Tulisan kami
      </h2>
      <Authenticity found={source} portal={portal} />
    </section>
  );
}

function Missing({ lines }: { lines: readonly string[] }) {
  return (
    <section aria-labelledby="yang-hilang" className="check-part">
      <h2 id="yang-hilang" className="label">
        Yang tidak ada di tulisan Anda
      </h2>
      <ul className="check-missing">
        {keyed(lines).map(([key, line]) => (
          <li key={key}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** Words shown around a difference. */
const around = 12;

/** The places that differ, each with a few words around it: ours struck where missing, theirs marked. */
function Differences({ runs }: { runs: readonly Run[] }) {
  return (
    <section aria-labelledby="yang-berbeda" className="check-part">
      <h2 id="yang-berbeda" className="label">
        Yang berbeda
      </h2>
      <p className="quiet">
        <del>Dicoret</del>: ada di terbitan kami, tidak ada di tulisan Anda. <ins>Ditandai</ins>: ada di tulisan Anda,
        tidak ada di terbitan kami.
      </p>
      <p className="check-runs">
        {runs.map((run, index) => {
          const key = `${index} ${run.kind}`;
          const before = index > 0 ? ' ' : '';
          if (run.kind === 'ours')
            return <Marked key={key} before={before} word="Hanya di terbitan kami" as="del" text={run.text} />;
          if (run.kind === 'theirs')
            return <Marked key={key} before={before} word="Hanya di tulisan Anda" as="ins" text={run.text} />;
          return <span key={key}>{before + shortened(run.text, index === 0, index === runs.length - 1)}</span>;
        })}
      </p>
    </section>
  );
}

function Marked({ before, word, as: Mark, text }: { before: string; word: string; as: 'del' | 'ins'; text: string }) {
  return (
    <>
      {before}
      <Mark>
        <span className="unseen">{word}: </span>
        {text}
        <span className="unseen">.</span>
      </Mark>
    </>
  );
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const words = text.split(' ');
  if (words.length <= around * 2) return text;
  const [begin, end] = [words.slice(0, around).join(' '), words.slice(-around).join(' ')];
  if (isFirst) return `… ${end}`;
  return isLast ? `${begin} …` : `${begin} … ${end}`;
}
