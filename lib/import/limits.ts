/** The one table of what a document may hold that is to become a draft. */
export const importLimits = {
  /** Parts within the file (a .docx is a zip). */
  entries: 500,
  /** Bytes of all parts together, unpacked. */
  unpacked: 50 * 1024 * 1024,
  /** Unpacked bytes over packed ones. Honest texts stay below 30. */
  ratio: 100,
  /** From how many unpacked bytes on the ratio of a single part counts. */
  ratioFrom: 1024 * 1024,
  /** Bytes of one part that holds text. */
  text: 16 * 1024 * 1024,
  /** Elements, and elements within elements, of one part. */
  elements: 400_000,
  depth: 200,
  pictures: 60,
  /** Blocks of the text. A body takes 15,000 nodes. */
  blocks: 15_000,
  /** Characters of HTML that a text becomes. */
  html: 3_000_000,
} as const;

/** What the process that reads a document may take before it is ended. */
export const readerLimits = { milliseconds: 20_000, heapMegabytes: 384, memory: 700_000_000 } as const;
