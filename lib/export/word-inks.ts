/** The colours of a document that leaves the house; each reads on paper without colour too. */
export const inks = {
  text: '1D2420',
  heading: '16352A',
  accent: '1F5A44',
  quiet: '5B655F',
  line: 'C3CCC6',
  shade: 'EEF3F0',
} as const;
