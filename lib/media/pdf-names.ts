/**
 * Names in a PDF that make it do something, carry another file along, or send what is typed elsewhere
 * (ISO 32000-2, 12.6.4 and 7.11.4). A jump within the document and an ordinary web link do none of it.
 */
export const activeNames: ReadonlySet<string> = new Set([
  ...['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'Rendition', 'Movie'],
  ...['SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'XFA'],
]);

/** Names so short that compressed bytes spell them by chance: they count only where there is text. */
export const shortNames: ReadonlySet<string> = new Set(['JS', 'XFA']);

/** A name with its letters that are written as `#4a` put back. */
export function unescaped(name: string): string {
  return name.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
