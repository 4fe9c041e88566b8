/** The words with a capital where the original has one: what replaces a word at the start of a sentence begins alike. */
export function writtenLike(original: string, words: string): string {
  const [first = ''] = words;
  return /^\p{Lu}/u.test(original) ? first.toUpperCase() + words.slice(first.length) : words;
}
