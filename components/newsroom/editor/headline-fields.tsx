'use client';

import { describedBy } from '#components/ui/field.tsx';
import { fieldLimits, houseLimits } from '#lib/newsroom/article-input.ts';
import { hasText } from '#lib/newsroom/kind-readiness.ts';
import { wordCount } from '#lib/richtext/plain-text.ts';
import type { ChangeWords, DraftWords } from './draft-words.ts';
import { placeId } from './places.ts';
import { choosesSlots } from './slot-in-field.ts';

/** Title and lead (a banner has only its title), each with a counter against the house limit. */
export function HeadlineFields({
  words,
  change,
  isEditable,
}: {
  words: DraftWords;
  change: ChangeWords;
  isEditable: boolean;
}) {
  return (
    <div className="stack">
      <CountedText
        field="title"
        label="Judul"
        className="title-field"
        value={words.title}
        limit={fieldLimits.title}
        houseLimit={houseLimits.titleWords}
        isEditable={isEditable}
        onChange={(title) => change({ title })}
      />
      {(hasText(words.kind) || words.lead !== '') && (
        <CountedText
          field="lead"
          label="Teras"
          className="lead-field"
          value={words.lead}
          limit={fieldLimits.lead}
          houseLimit={houseLimits.leadWords}
          isEditable={isEditable}
          onChange={(lead) => change({ lead })}
        />
      )}
    </div>
  );
}

type CountedTextProps = {
  field: string;
  label: string;
  className: string;
  value: string;
  /** Characters the server takes. */
  limit: number;
  /** Words the house advises. */
  houseLimit: number;
  isEditable: boolean;
  onChange: (value: string) => void;
};

function CountedText({ field, label, className, value, limit, houseLimit, isEditable, onChange }: CountedTextProps) {
  const id = placeId(field);
  const count = wordCount(value);
  const isOver = count > houseLimit;
  return (
    <div className="field">
      <div className="row row-apart">
        <label className="label" htmlFor={id}>
          {label}
        </label>
        <span id={`${id}-note`} className={isOver ? 'counter counter-over' : 'counter'}>
          {isOver && <span aria-hidden="true">⚠ </span>}
          {count} dari {houseLimit} kata{isOver && ': lebih panjang daripada anjuran'}
        </span>
      </div>
      <textarea
        {...describedBy(id, { note: true })}
        {...choosesSlots}
        className={className}
        rows={2}
        value={value}
        maxLength={limit}
        readOnly={!isEditable}
        // One paragraph: a line break would only be a space to the reader.
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
        }}
        onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
      />
    </div>
  );
}
