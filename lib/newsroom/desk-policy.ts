import { isEditor, type Person, type Refusal, type Sight } from './policy.ts';

/** Who may arrange the desk's work upon an edition. None of it changes its words, its state or its signatures. */

const refuse = (text: string): Refusal => ({ text });

/** States in which an edition stands in the queue. */
const underWay: readonly Sight['state'][] = ['submitted', 'verified', 'in_editing', 'approved', 'scheduled'];

/** Whether an edition stands in the queue of the desk. */
export function isUnderWay({ state }: Pick<Sight, 'state'>): boolean {
  return underWay.includes(state);
}

/** Why this person may not say who sees to an edition, by when and how soon; undefined when they may. */
export function assignmentRefusal(person: Person, edition: Sight): Refusal | undefined {
  return isEditor(person, edition.portalId)
    ? undefined
    : refuse('Hanya redaktur yang dapat mengatur penugasan dan prioritas.');
}

/** Why this person may not give the edition they hold to another editor; undefined when they may. */
export function handOverRefusal(person: Person, edition: Sight): Refusal | undefined {
  return isEditor(person, edition.portalId) && edition.claimedBy === person.userId
    ? undefined
    : refuse('Hanya redaktur yang sedang memegang naskah ini yang dapat menyerahkannya.');
}
