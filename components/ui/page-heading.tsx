import type { ReactNode } from 'react';

/** The head of a page: where it belongs, its title, what can be begun here. */
export function PageHeading({
  title,
  back,
  children,
}: {
  title: string;
  back?: { href: string; label: string };
  /** Links and buttons beside the title. */
  children?: ReactNode;
}) {
  return (
    <header className="stack-tight">
      {back && (
        <p>
          <a href={back.href}>← {back.label}</a>
        </p>
      )}
      <div className="row row-apart">
        <h1>{title}</h1>
        {children}
      </div>
    </header>
  );
}
