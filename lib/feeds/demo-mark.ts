/** A title or description, marked where the portal is an example: copies travel without the site around them. */
export function marked(portal: { isDemo: boolean }, words: string): string {
  return portal.isDemo ? `[Portal contoh] ${words}` : words;
}

/** What a copy of an example article says of itself first. */
export const demoSentence = 'Portal contoh: tulisan ini bukan berita resmi.';
