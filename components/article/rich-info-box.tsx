import type { ReactNode } from 'react';

/**
 * What stands beside the text and can be read without it.
 *
 * @param id of its heading, unlike any other on the page
 * @param level of its heading: one below what it stands under
 * @param children its paragraphs and lists, drawn
 */
export function RichInfoBoxBlock({
  title,
  id,
  level,
  children,
}: {
  title: string;
  id: string;
  level: 2 | 3;
  children: ReactNode;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <aside className="info-box" {...(title ? { 'aria-labelledby': id } : { 'aria-label': 'Kotak informasi' })}>
      {title && (
        <Heading id={id} className="info-box-title">
          {title}
        </Heading>
      )}
      {children}
    </aside>
  );
}
