import type { SearchPage } from '#lib/newsroom/search-shapes.ts';
import { isFiltered, type SearchWish, searchAddress } from '#lib/search/search-input.ts';
import { archivePath } from '#lib/urls.ts';

/** What to do next where there is nothing to show. */
export function SearchAdvice({ wish, page }: { wish: SearchWish; page: SearchPage }) {
  switch (page.outcome) {
    case 'blank':
      return <SearchHints />;
    case 'wordless':
      return (
        <>
          <p className="search-none">Tidak ada kata yang bisa dicari. Ketik huruf atau angka, misalnya nama tempat.</p>
          <SearchHints />
        </>
      );
    case 'unwanted':
      return (
        <>
          <p className="search-none">
            Pencarian ini hanya menyebut kata yang tidak Anda inginkan. Tambahkan kata yang Anda cari.
          </p>
          <SearchHints />
        </>
      );
    case 'answered':
      return <NothingFound wish={wish} page={page} />;
  }
}

function NothingFound({ wish, page: { anyWord, isMore } }: { wish: SearchWish; page: SearchPage }) {
  return (
    <>
      <p className="search-none">Tidak ada artikel yang cocok.</p>
      <ul className="search-hints">
        {isMore && (
          <li>
            Kata-kata itu ada di banyak artikel, tetapi tidak berurutan di artikel-artikel terbaru. Coba tanpa tanda
            petik.
          </li>
        )}
        {anyWord !== null && (
          <li>
            Tidak satu artikel pun memuat semua kata itu.{' '}
            <a href={searchAddress(wish, { text: anyWord })}>Cari salah satunya</a>.
          </li>
        )}
        {isFiltered(wish) && (
          <li>
            <a href={searchAddress(wish, { withoutFilters: true })}>Cari tanpa saringan</a>.
          </li>
        )}
        <li>Periksa ejaannya, atau pakai kata yang lebih umum.</li>
        <li>
          Lihat kanal di atas, atau <a href={archivePath}>arsip menurut tanggal</a>.
        </li>
      </ul>
    </>
  );
}

function SearchHints() {
  return (
    <ul className="search-hints">
      <li>Ketik satu kata atau lebih: semua harus ada di dalam artikel.</li>
      <li>
        Pakai tanda petik untuk kata yang berurutan: <q>rumah sakit</q>.
      </li>
      <li>
        Pakai tanda kurang untuk kata yang tidak diinginkan: <kbd>pasar -malam</kbd>.
      </li>
    </ul>
  );
}
