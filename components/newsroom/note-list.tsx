import type { NoteView } from '#lib/newsroom/desk-shapes.ts';
import { formatMoment, verbLabels } from '#lib/newsroom/labels.ts';
import { fieldName } from './editor/draft-words.ts';

/** Decision notes, newest first: who said what about which place, and why. */
export function NoteList({
  notes,
  timeZone,
  goTo,
}: {
  notes: readonly NoteView[];
  timeZone: string;
  goTo?: (place: string) => void;
}) {
  if (notes.length === 0) return null;
  return (
    <ul className="stack-tight">
      {notes.map((note) => (
        <li key={`${note.verb}/${note.at.toISOString()}`} className="notice notice-warn stack-tight">
          <p>
            <strong>
              {noteTitle(note.verb)}
              {note.reasonLabel && `: ${note.reasonLabel}`}
            </strong>{' '}
            <span className="muted small">
              {note.by}, {formatMoment(note.at, timeZone)}
            </span>
          </p>
          {note.text !== '' && <p>{note.text}</p>}
          {note.place !== '' &&
            (goTo ? (
              <button type="button" className="issue" onClick={() => goTo(note.place)}>
                Ke {placeWord(note.place)}
              </button>
            ) : (
              <p className="muted small">Tempat: {placeWord(note.place)}</p>
            ))}
        </li>
      ))}
    </ul>
  );
}

const titles: Readonly<Record<string, string>> = {
  return: 'Dikembalikan',
  reject: 'Ditolak',
  retract: 'Ditarik',
  publish_now: 'Jalur cepat',
};

function noteTitle(verb: string): string {
  return titles[verb] ?? Object.entries(verbLabels).find(([known]) => known === verb)?.[1] ?? 'Catatan redaksi';
}

/** `body.3` is the fourth part of the body to a person. */
export function placeWord(place: string): string {
  const [field = '', block] = place.split('.');
  return field === 'body' && block !== undefined ? `isi, bagian ${Number(block) + 1}` : fieldName(place).toLowerCase();
}
