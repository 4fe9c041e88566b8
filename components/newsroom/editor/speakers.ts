import type { Speaker } from './block-desk.tsx';

const mostOffered = 6;

/** People whose name or post holds what was typed; names that begin with it first. */
export function speakersFor(speakers: readonly Speaker[], typed: string): Speaker[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return speakers.slice(0, mostOffered);
  const holds = speakers.filter(({ name, post }) => `${name} ${post}`.toLowerCase().includes(wanted));
  const isAlready = holds.length === 1 && holds[0]?.name.toLowerCase() === wanted;
  const begins = ({ name }: Speaker) => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return isAlready ? [] : holds.toSorted((one, other) => begins(one) - begins(other)).slice(0, mostOffered);
}
