import { Photo, shownPhoto } from '#components/article/photo.tsx';
import { Kicker, Moment } from '#components/article/story.tsx';
import type { FoundCard, SearchPage } from '#lib/newsroom/search-shapes.ts';
import type { Piece } from '#lib/search/passages.ts';
import { type SearchWish, searchAddress } from '#lib/search/search-input.ts';
import { mediaPath, readerPath } from '#lib/urls.ts';
import { SearchAdvice } from './search-advice.tsx';

/** What came of a search: how much, what else may have been meant, and the articles. */
export function SearchResults({ wish, page, timeZone }: { wish: SearchWish; page: SearchPage; timeZone: string }) {
  const { outcome, cards, meant } = page;
  return (
    <div className="search-results">
      {outcome === 'answered' && cards.length > 0 && <p className="search-count">{countWords(page)}</p>}
      {meant !== null && (
        <p className="search-meant">
          Maksud Anda <a href={searchAddress(wish, { text: meant })}>{meant}</a>?
        </p>
      )}
      {cards.length === 0 ? (
        <SearchAdvice wish={wish} page={page} />
      ) : (
        <div className="list">
          {cards.map((card) => (
            <FoundRow key={card.articleId} card={card} timeZone={timeZone} />
          ))}
        </div>
      )}
      <ResultPages wish={wish} page={page} />
    </div>
  );
}

/** How many articles were found, as far as they were counted. */
export function countWords({ total, isMore }: Pick<SearchPage, 'total' | 'isMore'>): string {
  const number = new Intl.NumberFormat('id-ID').format(total);
  if (!isMore) return `${number} artikel ditemukan`;
  // Counting stops at a round number; a phrase may stop earlier.
  return total >= 1_000
    ? `Lebih dari ${number} artikel ditemukan. Tambahkan kata atau pakai saringan agar lebih sempit.`
    : `Sedikitnya ${number} artikel ditemukan`;
}

/** A row as in every list, with what was looked for marked; a passage of the body stands for a lead without it. */
function FoundRow({ card, timeZone }: { card: FoundCard; timeZone: string }) {
  const { title, lead, passages } = card.marked;
  const photo = shownPhoto(card.cover);
  const isInLead = lead.some((piece) => piece.hit);
  return (
    <article className={photo === null ? 'story' : 'story story-pictured'}>
      <Kicker card={card} />
      <h2 className="story-title">
        <a href={readerPath(card)}>
          <Marked pieces={title} />
        </a>
      </h2>
      {isInLead || passages.length === 0 ? (
        <p className="found-words">
          <Marked pieces={lead} />
        </p>
      ) : (
        <p className="found-words">
          {passages.map((passage) => (
            <span key={passage.map((piece) => piece.text).join('')}>
              … <Marked pieces={passage} />{' '}
            </span>
          ))}
          …
        </p>
      )}
      <p className="story-facts">
        {card.agency.shortName}
        {' · '}
        <Moment at={card.firstPublishedAt} timeZone={timeZone} />
      </p>
      {photo !== null && (
        <Photo
          photo={photo}
          alt=""
          mediaPath={mediaPath}
          sizes="(min-width: 36rem) 11rem, 6.5rem"
          widest={480}
          isCropped
        />
      )}
    </article>
  );
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ text, hit }) => {
    const key = at;
    at += text.length;
    return hit ? <mark key={key}>{text}</mark> : text;
  });
}

function ResultPages({ wish, page: { page, pages } }: { wish: SearchWish; page: SearchPage }) {
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label="Halaman hasil">
      {page > 1 && (
        <a href={searchAddress(wish, { page: page - 1 })} rel="prev">
          ‹ Sebelumnya
        </a>
      )}
      <span>
        Halaman {page} dari {pages}
      </span>
      {page < pages && (
        <a href={searchAddress(wish, { page: page + 1 })} rel="next">
          Berikutnya ›
        </a>
      )}
    </nav>
  );
}
