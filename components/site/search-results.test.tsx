import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { FoundCard, SearchPage } from '#lib/newsroom/search-shapes.ts';
import { searchWish } from '#lib/search/search-input.ts';
import { aCard } from '#lib/testing/reader-articles.ts';
import { SearchFilters } from './search-filters.tsx';
import { SearchForm } from './search-form.tsx';
import { countWords, SearchResults } from './search-results.tsx';

const choices = {
  agencies: [{ slug: 'dishub', name: 'Dinas Perhubungan' }],
  sections: [{ slug: 'wisata', name: 'Wisata' }],
  regencies: [],
};

function aPage(changes: Partial<SearchPage> = {}): SearchPage {
  return {
    ...{ outcome: 'answered', cards: [], page: 1, pages: 1, total: 0, isMore: false },
    ...{ meant: null, anyWord: null, choices },
    ...changes,
  };
}

function aFound(marked: Partial<FoundCard['marked']> = {}): FoundCard {
  const card = aCard();
  return {
    ...card,
    marked: {
      title: [{ text: card.title, hit: false }],
      lead: [{ text: card.lead, hit: false }],
      passages: [],
      ...marked,
    },
  };
}

function drawn(page: SearchPage, given: Parameters<typeof searchWish>[0] = { q: 'feri' }): string {
  const wish = searchWish(given);
  if (wish === null) throw new Error('Expected a search.');
  return renderToStaticMarkup(<SearchResults wish={wish} page={page} timeZone="Asia/Makassar" />);
}

describe('results', () => {
  test('mark what was looked for, and nothing in a text becomes markup', () => {
    const found = aFound({
      title: [
        { text: '<b>Feri</b>', hit: true },
        { text: ' & kapal', hit: false },
      ],
      passages: [
        [
          { text: 'kata ', hit: false },
          { text: 'feri', hit: true },
        ],
      ],
    });
    const html = drawn(aPage({ cards: [found], total: 1 }));
    expect(html).toContain('<mark>&lt;b&gt;Feri&lt;/b&gt;</mark> &amp; kapal');
    expect(html).toContain('… kata <mark>feri</mark>');
    expect(html).not.toContain(found.lead);
    expect(html).toContain('1 artikel ditemukan');
  });

  test('show the lead where the word stands in it, or nowhere else', () => {
    expect(drawn(aPage({ cards: [aFound()], total: 1 }))).toContain(aFound().lead);
    const lead = [{ text: 'Dua jalur', hit: true }];
    const passages = [[{ text: 'isi', hit: true }]];
    expect(drawn(aPage({ cards: [aFound({ lead, passages })], total: 1 }))).not.toContain('<mark>isi</mark>');
  });

  test('go by pages that keep the words and the filters', () => {
    const html = drawn(aPage({ cards: [aFound()], page: 2, pages: 3, total: 50 }), {
      q: 'feri baru',
      opd: 'dishub',
      halaman: '2',
    });
    expect(html).toContain('href="/cari?q=feri+baru&amp;opd=dishub"');
    expect(html).toContain('href="/cari?q=feri+baru&amp;opd=dishub&amp;halaman=3"');
  });

  test('lead on without what the form sent empty', () => {
    const sent = {
      q: 'feri',
      opd: '',
      jenis: '',
      kanal: '',
      wilayah: '',
      dari: '',
      sampai: '',
      urut: '',
      halaman: '2',
    };
    const html = drawn(aPage({ cards: [aFound()], page: 2, pages: 3, total: 50, meant: 'ferri' }), sent);
    expect([...html.matchAll(/href="(\/cari[^"]*)"/g)].map(([, href]) => href)).toEqual([
      '/cari?q=ferri',
      '/cari?q=feri',
      '/cari?q=feri&amp;halaman=3',
    ]);
  });

  test('are counted in words that are true', () => {
    expect(countWords({ total: 12, isMore: false })).toBe('12 artikel ditemukan');
    expect(countWords({ total: 12, isMore: true })).toBe('Sedikitnya 12 artikel ditemukan');
    expect(countWords({ total: 1_000, isMore: true })).toContain('Lebih dari 1.000 artikel');
  });
});

describe('where there is nothing to show', () => {
  test('the reader is told what to do next', () => {
    expect(drawn(aPage({ outcome: 'blank' }), {})).toContain('tanda petik');
    expect(drawn(aPage({ outcome: 'wordless' }), { q: '%' })).toContain('Ketik huruf atau angka');
    expect(drawn(aPage({ outcome: 'unwanted' }), { q: '-x' })).toContain('Tambahkan kata');
    const none = drawn(aPage({ anyWord: 'a or b' }), { q: 'a b', kanal: 'wisata' });
    expect(none).toContain('Tidak ada artikel yang cocok');
    expect(none).toContain('href="/cari?q=a+or+b&amp;kanal=wisata"');
    expect(none).toContain('href="/cari?q=a+b"');
  });

  test('another spelling is offered', () => {
    expect(drawn(aPage({ meant: 'feri' }), { q: 'fery', opd: 'dishub' })).toContain(
      'Maksud Anda <a href="/cari?q=feri&amp;opd=dishub">feri</a>?',
    );
  });
});

test('the form keeps what was typed and chosen, and opens its filters only then', () => {
  const form = (given: Parameters<typeof searchWish>[0]) => {
    const wish = searchWish(given);
    if (wish === null) throw new Error('Expected a search.');
    return renderToStaticMarkup(
      <SearchForm typed={wish.q.text}>
        <SearchFilters wish={wish} choices={choices} />
      </SearchForm>,
    );
  };
  const chosen = form({ q: '"><script>', opd: 'dishub', dari: '2026-01-01' });
  expect(chosen).toContain('value="&quot;&gt;&lt;script&gt;"');
  expect(chosen).toContain('<option value="dishub" selected="">');
  expect(chosen).toContain('value="2026-01-01"');
  expect(chosen).toContain('<details class="search-filters" open="">');
  expect(form({ q: 'feri' })).toContain('<details class="search-filters">');
});
