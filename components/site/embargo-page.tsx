import { ArticleView } from '#components/article/article-view.tsx';
import type { MediaPath } from '#components/article/photo.tsx';
import { formatMoment } from '#lib/newsroom/labels.ts';
import type { EmbargoPage as Page, ReadBy } from '#lib/press/embargo-reading.ts';
import { readerPath } from '#lib/urls.ts';

type EmbargoPageProps = {
  page: Page;
  /** Of the portal whose article it is. */
  portal: { name: string; timeZone: string };
  /** Where the words are, one step behind the cover. */
  wordsPath: string;
  mediaPath: MediaPath;
};

/** An embargoed article for one person who was let in: a cover, then the words with that person's name all over them. */
export function EmbargoPage({ page, portal, wordsPath, mediaPath }: EmbargoPageProps) {
  const { timeZone } = portal;
  switch (page.kind) {
    case 'cover':
      return (
        <Message title="Naskah di bawah embargo">
          <p>
            Untuk <b>{page.name}</b>, {page.from}, dari {portal.name}.
          </p>
          <p>
            Isinya belum boleh disiarkan, dikutip, atau disebarkan sebelum <b>{formatMoment(page.until, timeZone)}</b>.
          </p>
          <p>
            Setiap halaman ditandai dengan nama Anda, dan setiap pembacaan dicatat. Dokumen dan foto ukuran cetak dapat
            diunduh setelah embargo berakhir.
          </p>
          <p>
            <a className="embargo-open" href={wordsPath} rel="nofollow">
              Saya mengerti, buka naskah
            </a>
          </p>
        </Message>
      );
    case 'waiting':
      return (
        <Message title="Naskah ini belum dapat dibaca">
          <p>
            Untuk <b>{page.name}</b>, {page.from}. Naskah ini masih dikerjakan redaksi {portal.name}. Buka lagi tautan
            ini nanti.
          </p>
          {page.until !== null && <p>Embargo: {formatMoment(page.until, timeZone)}.</p>}
        </Message>
      );
    case 'published':
      return (
        <Message title="Artikel ini sudah terbit">
          <p>Embargonya sudah berakhir. Anda dapat membaca dan menyiarkannya dari halaman umum.</p>
          <p>
            <a href={readerPath(page.preview.article)}>{page.preview.article.title}</a>
          </p>
        </Message>
      );
    case 'open': {
      const { preview, reader, until } = page;
      return (
        <>
          <aside className="embargo-line" aria-label="Keterangan embargo">
            <b>Embargo hingga {formatMoment(until, timeZone)}.</b> Untuk {reader.name}, {reader.from}. Tanda{' '}
            <b>{reader.mark}</b>. Jangan disebarkan.
          </aside>
          <Watermark reader={reader} />
          <main className="wrap">
            <ArticleView article={preview.article} portal={preview.portal} mediaPath={mediaPath} address={null} />
          </main>
          <footer className="embargo-foot">
            Dibuka {reader.name}, {reader.from}, {formatMoment(reader.at, timeZone)}. Tanda {reader.mark}.
          </footer>
        </>
      );
    }
  }
}

/** So often that no picture of a part of the page is without it. On paper it stands on every sheet. */
const marks = Array.from({ length: 48 }, (_, index) => index);

function Watermark({ reader: { name, from, mark } }: { reader: ReadBy }) {
  return (
    <div className="embargo-mark" aria-hidden="true">
      {marks.map((index) => (
        <span key={index}>
          {name} · {from} · {mark}
        </span>
      ))}
    </div>
  );
}

function Message({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <main className="wrap embargo-cover">
      <h1>{title}</h1>
      {children}
    </main>
  );
}
