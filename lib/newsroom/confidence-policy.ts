import { notAllowed } from '../errors.ts';
import type { UserId } from '../ids.ts';
import { holds, isConfidedTo, isManagingEditor, isWriter, maySee, type Person, type Sight } from './policy.ts';

/**
 * Whether the person may read how an article came about: its versions, notes and conversation. Of a
 * confidential one that stays with those who shared the confidence, also when readers have the words.
 */
export function mayReadHistory(person: Person, edition: Sight): boolean {
  if (!maySee(person, edition)) return false;
  return !edition.isConfidential || holds(person, 'auditor', edition.portalId) || isConfidedTo(person, edition);
}

/** Whether the person decides who reads an article before publication: who began it, or a managing editor who sees it. */
export function mayNominate(person: Person, edition: Sight, articleCreatedBy: UserId): boolean {
  if (!maySee(person, edition)) return false;
  const isCreator = articleCreatedBy === person.userId && isWriter(person, edition);
  return isCreator || isManagingEditor(person, edition.portalId);
}

/** Refuses to give a confidential article to somebody who could not see it. */
export function requireNamed(
  { isConfidential, namedIds }: Pick<Sight, 'isConfidential' | 'namedIds'>,
  id: UserId,
): void {
  if (!isConfidential || namedIds.includes(id)) return;
  throw notAllowed('Naskah ini rahasia. Namai redaktur itu dulu di halaman Akses naskah, lalu ulangi.');
}
