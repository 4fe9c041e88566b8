import type { Metadata } from 'next';
import { deskPath } from '#lib/urls.ts';

export const metadata: Metadata = { title: 'Gangguan' };

/** Delivery sends this with the status 500 wherever a page of the newsroom broke. */
export default function FailedPage() {
  return (
    <div className="page stack">
      <h1>Halaman ini gagal dibuka</h1>
      <p>Muat ulang halaman ini. Ketikan yang belum terkirim masih ada di perangkat ini.</p>
      <p>
        <a className="button button-main" href={deskPath}>
          Ke meja saya
        </a>
      </p>
    </div>
  );
}
