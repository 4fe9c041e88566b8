import { stateLabels } from '#lib/newsroom/labels.ts';

type State = keyof typeof stateLabels;

/** A shape for each kind of state, so that it is told by more than its colour. */
const shapes: Readonly<Record<State, { sign: string; tone: string }>> = {
  draft: { sign: '○', tone: 'plain' },
  submitted: { sign: '→', tone: 'busy' },
  verified: { sign: '✓', tone: 'busy' },
  returned: { sign: '↩', tone: 'warn' },
  in_editing: { sign: '✎', tone: 'busy' },
  approved: { sign: '✓✓', tone: 'good' },
  scheduled: { sign: '◷', tone: 'good' },
  published: { sign: '●', tone: 'good' },
  archived: { sign: '▤', tone: 'plain' },
  retracted: { sign: '⊘', tone: 'bad' },
  superseded: { sign: '⇥', tone: 'plain' },
  rejected: { sign: '✕', tone: 'bad' },
  discarded: { sign: '✕', tone: 'plain' },
};

/** The state of an edition: a word, and a shape before it. */
export function StateBadge({ state }: { state: State }) {
  const { sign, tone } = shapes[state];
  return (
    <span className={`badge badge-${tone}`}>
      <span aria-hidden="true">{sign}</span> {stateLabels[state]}
    </span>
  );
}

/** Only the named people find it until it is published. */
export function ConfidentialBadge() {
  return (
    <span className="badge badge-warn">
      <span aria-hidden="true">◆</span> Rahasia
    </span>
  );
}
