/** One thing that was changed, dropped or left for a person, with the words it is about. */
export type ReportLine = { what: string; text: string };

/** What became of a document on its way to a draft, in the order of the text. */
export type ImportReport = ReportLine[];

/** Longest words told of one thing, in characters. */
const longest = 300;

/** A line with its words cut to what is readable. */
export function reportLine(what: string, text = ''): ReportLine {
  const words = text.replace(/\s+/g, ' ').trim();
  return { what, text: words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words };
}
