/** The most characters each field of the register takes. The forms show them, the server holds them. */
export const registerLimits = {
  personName: 120,
  postTitle: 160,
  regulationKind: 60,
  regulationNumber: 40,
  subject: 300,
  figureLabel: 120,
  figureValue: 60,
  source: 200,
  word: 80,
  expression: 80,
  plain: 120,
  note: 200,
  search: 80,
} as const;

/** Rows and bytes one CSV file may bring. */
export const importLimits = { rows: 5_000, bytes: 700_000 } as const;
