import { wordsOfTheHouse } from './dictionary-words.ts';
import { type KnownNames, knownNames, plain } from './known-names.ts';
import { addedExpressions, type PlainExpression } from './lists/plain-words/all-plain-words.ts';
import { type PhraseList, phraseList } from './phrases.ts';
import { wordsIn } from './reading.ts';
import type { Reference, RegisteredAgency, RegisteredPerson } from './reference.ts';

/** A reference put in order once, so that no rule walks through a register at each keystroke. */
export type ReadReference = Reference & {
  /** Of persons and of the house. */
  knownNames: KnownNames;
  knownPlaces: KnownNames;
  /** Persons with a post, by the first two words of their name. */
  peopleByName: ReadonlyMap<string, readonly KnownPerson[]>;
  knownAgencies: readonly KnownAgency[];
  /** Names and words that are right whatever a dictionary says, in small letters, word by word. */
  houseWords: ReadonlySet<string>;
  /** Expressions that admins added. */
  addedExpressions: PhraseList<PlainExpression>;
};

export type KnownPerson = { person: RegisteredPerson; words: readonly string[] };
export type KnownAgency = RegisteredAgency & { words: readonly string[] };

export function readReference(reference: Reference): ReadReference {
  const { people, houseNames, places, agencies, plainWords } = reference;
  return {
    ...reference,
    knownNames: knownNames([...people.map(({ name }) => name), ...houseNames]),
    knownPlaces: knownNames(places),
    peopleByName: peopleByName(people),
    knownAgencies: agencies.map((agency) => ({ ...agency, words: wordsIn(agency.name).map(({ lower }) => lower) })),
    houseWords: wordsOfTheHouse(reference),
    addedExpressions: phraseList(addedExpressions(plainWords).map((one) => [one.expression, one] as const)),
  };
}

/** The same with what a dictionary has said meanwhile; undefined where something else is different. */
export function withNewAnswers(read: ReadReference, { dictionary, ...facts }: Reference): ReadReference | undefined {
  const isSame = Object.entries(facts).every(([name, value]) => Reflect.get(read, name) === value);
  return isSame ? { ...read, dictionary } : undefined;
}

function peopleByName(people: readonly RegisteredPerson[]): Map<string, KnownPerson[]> {
  const byName = new Map<string, KnownPerson[]>();
  for (const person of people) {
    const words = wordsIn(person.name).map(({ lower }) => plain(lower));
    const key = words.slice(0, 2).join(' ');
    if (person.posts.length === 0 || key.length < 4) continue;
    const known = byName.get(key);
    if (known === undefined) byName.set(key, [{ person, words }]);
    else known.push({ person, words });
  }
  return byName;
}
