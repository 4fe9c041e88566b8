import type { TogetherView } from '#lib/newsroom/presence-shapes.ts';

/** Who else has this open: initials where there is little room, what they do in words. */
export function PresenceList({ people }: { people: TogetherView['people'] }) {
  if (people.length === 0) return null;
  return (
    <ul className="presence" aria-label="Juga membuka naskah ini">
      {people.slice(0, shown).map(({ id, name, isTyping }) => (
        <li key={id} className={isTyping ? 'presence-person presence-typing' : 'presence-person'} title={name}>
          <span className="presence-sign" aria-hidden="true">
            {initials(name)}
          </span>
          <span className="presence-name">
            {name}
            {isTyping && ' mengetik…'}
          </span>
        </li>
      ))}
      {people.length > shown && <li className="presence-person muted">dan {people.length - shown} orang lagi</li>}
    </ul>
  );
}

/** People named; more would push the page down. */
const shown = 4;

function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0] ?? '').join('');
}
