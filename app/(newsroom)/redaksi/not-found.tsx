import type { Metadata } from 'next';
import { deskPath } from '#lib/urls.ts';

export const metadata: Metadata = { title: 'Tidak ditemukan' };

export default function NotFound() {
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
