import type { ReactNode } from 'react';
import { StoryRow } from '#components/article/story.tsx';
import type { CardPage } from '#lib/newsroom/reader-shapes.ts';
import { mediaPath, pageOf } from '#lib/urls.ts';

/** One page of a list of articles under its title. */
export function CardList({
  title,
  label,
  list,
  path,
  timeZone,
  children,
}: {
  title: string;
  label: string;
  list: CardPage;
  path: string;
  timeZone: string;
  children?: ReactNode;
}) {
  return (
    <div className="list-page">
      <header className="list-head">
        <p className="kicker">{label}</p>
        <h1>{title}</h1>
        {list.page > 1 && <p className="quiet">Halaman {list.page}</p>}
        {children}
      </header>
      {list.cards.length === 0 ? (
        <p className="empty">Belum ada artikel di sini.</p>
      ) : (
        <div className="list">
          {list.cards.map((card) => (
            <StoryRow key={card.slug} card={card} timeZone={timeZone} mediaPath={mediaPath} place="list" />
          ))}
        </div>
      )}
      <Pages path={path} page={list.page} pages={list.pages} />
    </div>
  );
}

function Pages({ path, page, pages }: { path: string; page: number; pages: number }) {
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label="Halaman">
      {page > 1 && (
        <a href={pageOf(path, page - 1)} rel="prev">
          ‹ Lebih baru
        </a>
      )}
      <span>
        Halaman {page} dari {pages}
      </span>
      {page < pages && (
        <a href={pageOf(path, page + 1)} rel="next">
          Lebih lama ›
        </a>
      )}
    </nav>
  );
}
