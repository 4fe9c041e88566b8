import type { ReactNode } from 'react';

/** A page under one title that is no list of cards. */
export function PlainPage({ label, title, children }: { label: string; title: string; children: ReactNode }) {
  return (
    <div className="list-page">
      <header className="list-head">
        <p className="kicker">{label}</p>
        <h1>{title}</h1>
      </header>
      {children}
    </div>
  );
}
