/**
 * How many days is kept what is about people and not part of the record: the one table of terms. What it is kept
 * for stands in docs/keamanan.md, "Data pribadi".
 */
export const keptDays = {
  /** Sessions and codes, after their end: their owner can look back at where the account was used. */
  sessions: 90,
  codes: 90,
  /** News in a person's list; what happened stands in the audit log. */
  news: 180,
  /** Mails that were sent or given up; their text goes at once when they are sent. */
  mails: 60,
  /** Who sat at which text: signs of life of the moment. */
  presences: 2,
  /** Who looked at an embargoed text, after its pass was revoked or its embargo is long past. */
  embargoReadings: 730,
  /** What the checks found for whom: for the figures of a year. */
  findings: 400,
} as const;
