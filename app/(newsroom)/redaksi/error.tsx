'use client';

import { deskPath } from '#lib/urls.ts';

/** What stands where a page failed. What was typed is on the device and comes back with the page. */
export default function Failed({ error }: { error: Error & { digest?: string } }) {
  return (
    <div className="page stack">
      <h1>Halaman ini gagal dibuka</h1>
      <p>Muat ulang halaman ini. Ketikan yang belum terkirim masih ada di perangkat ini.</p>
      {error.digest && (
        <p className="muted">
          Bila berulang, sampaikan nomor ini kepada admin: <code>{error.digest}</code>
        </p>
      )}
      <p className="row">
        <button type="button" className="button-main" onClick={() => window.location.reload()}>
          Muat ulang
        </button>
        <a className="button" href={deskPath}>
          Ke meja saya
        </a>
      </p>
    </div>
  );
}
