import type { ReactNode } from 'react';
import { frontPath } from '#lib/urls.ts';

/** A page that says what happened and where to go on. */
export function MessagePage({ label, title, children }: { label: string; title: string; children: ReactNode }) {
  return (
    <div className="message">
      <p className="kicker">{label}</p>
      <h1>{title}</h1>
      {children}
      <p>
        <a className="onward" href={frontPath}>
          Ke halaman depan
        </a>
      </p>
    </div>
  );
}
