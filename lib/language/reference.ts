/** A post somebody holds, or held. Days are `YYYY-MM-DD`, both included; null where open. */
export type HeldPost = {
  /** “Kepala Dinas Komunikasi dan Informatika”. */
  title: string;
  /** Short name of the agency; empty outside the portal's agencies. */
  agency: string;
  /** Pelaksana tugas (Plt.): its end date is known or asked for. */
  isActing: boolean;
  from: string | null;
  until: string | null;
};

/** A person of the register. */
export type RegisteredPerson = { name: string; posts: readonly HeldPost[] };

export type RegisteredAgency = { name: string; shortName: string };

/** A regulation as it is cited, “Peraturan Daerah Nomor 3 Tahun 2024 tentang …”. */
export type RegisteredRegulation = {
  kind: string;
  number: string;
  year: number;
  subject: string;
  /** False while nobody has seen its text. */
  isVerified: boolean;
};

/** A figure the portal keeps: “jumlah desa” is “841” as of a day, by a source. */
export type RegisteredFigure = { label: string; value: string; asOf: string | null; source: string };

/** What a bureaucratic expression can be said as. */
export type PlainWord = { expression: string; plain: string; note: string };

/** What checks compare texts with: the portal's register and lists, and what day it is there. */
export type Reference = {
  /** `YYYY-MM-DD` in the portal's zone. */
  today: string;
  people: readonly RegisteredPerson[];
  agencies: readonly RegisteredAgency[];
  regulations: readonly RegisteredRegulation[];
  figures: readonly RegisteredFigure[];
  /** Regencies, cities and other places of the province. */
  places: readonly string[];
  /** Names and words of the house that are right whatever a dictionary says. */
  houseNames: readonly string[];
  /** What admins added to the list that comes along. */
  plainWords: readonly PlainWord[];
  /**
   * What the dictionary says of single words, as written: suggestions for one it does not know,
   * best first, `null` for one it knows. A word that is not in here has not been looked up yet.
   */
  dictionary: ReadonlyMap<string, readonly string[] | null>;
};

/** A reference that knows nothing but the day. */
export function emptyReference(today: string): Reference {
  return {
    today,
    people: [],
    agencies: [],
    regulations: [],
    figures: [],
    places: [],
    houseNames: [],
    plainWords: [],
    dictionary: new Map(),
  };
}
