/** Everybody who tries a door in vain or by right: people of the agency, of another one, of the desk, of another portal. */
export const visitorNames = [
  'writer',
  'leader',
  'auditor',
  'admin',
  'editor',
  'managingEditor',
  'foreignWriter',
  'foreignVerifier',
  'foreignLeader',
  'elsewhereAdmin',
  'elsewhereEditor',
] as const;
export type Visitor = (typeof visitorNames)[number];

export type IntruderScene = {
  /** The value of the session cookie of each. */
  cookies: Record<Visitor, string>;
  ids: Readonly<Record<string, string>>;
  /** Ids whose rows nobody may have changed in the end. */
  victims: readonly string[];
};
