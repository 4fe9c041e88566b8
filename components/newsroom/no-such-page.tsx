import { deskPath } from '#lib/urls.ts';

/** For an address that is wrong, and for what is not this person's: both look the same. */
export function NoSuchPage() {
  return (
    <div className="page stack">
      <h1>Halaman ini tidak ada</h1>
      <p>Alamatnya mungkin salah, atau isinya bukan untuk Anda. Periksa alamatnya, atau mulai lagi dari meja Anda.</p>
      <p>
        <a className="button button-main" href={deskPath}>
          Ke meja saya
        </a>
      </p>
    </div>
  );
}
