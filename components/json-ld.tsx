/**
 * Structured data for search engines: the only script element of a reader's page, which no
 * browser runs. `<`, `>` and `&` are written as escapes, so that no text can close the element
 * or open a comment in it; U+2028 and U+2029 for readers that take it for JavaScript.
 */
export function JsonLd({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: safeJson(data) }} />;
}

function safeJson(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
