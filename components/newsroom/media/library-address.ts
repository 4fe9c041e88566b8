import { libraryPath } from '#lib/urls.ts';

/** The library with these filters; those that say nothing are left out. */
export function libraryAddress(query: Readonly<Record<string, string | number | undefined>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? libraryPath : `${libraryPath}?${text}`;
}
