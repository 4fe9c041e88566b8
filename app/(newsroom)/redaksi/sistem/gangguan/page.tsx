import type { Metadata } from 'next';
import { currentTrace } from '#lib/trace.ts';
import { deskPath } from '#lib/urls.ts';

export const metadata: Metadata = { title: 'Gangguan' };

/** Delivery sends this with the status 500 wherever a page of the newsroom broke. */
export default function FailedPage() {
  // The log names the failure by it.
  const request = currentTrace()?.request;
  return (
    <div className="page stack">
      <h1>Halaman ini gagal dibuka</h1>
      <p>Muat ulang halaman ini. Ketikan yang belum terkirim masih ada di perangkat ini.</p>
      {request !== undefined && (
        <p className="muted">
          Bila berulang, sampaikan nomor ini kepada admin: <code>{request}</code>
        </p>
      )}
      <p>
        <a className="button button-main" href={deskPath}>
          Ke meja saya
        </a>
      </p>
    </div>
  );
}
