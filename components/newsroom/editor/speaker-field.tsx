'use client';

import { useId, useState } from 'react';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import type { Speaker } from './block-desk.tsx';
import { choosesSlots } from './slot-in-field.ts';
import { speakersFor } from './speakers.ts';
import { useListKeys } from './use-list-keys.ts';
import { useOwnText } from './use-own-text.ts';

/** Who said it: typed freely, or chosen from the people of the register, whose post comes along. */
export function SpeakerField({
  value,
  speakers,
  isEditable,
  onChange,
  onChoose,
}: {
  value: string;
  speakers: readonly Speaker[];
  isEditable: boolean;
  onChange: (name: string) => void;
  onChoose: (speaker: Speaker) => void;
}) {
  const id = useId();
  const [text, change] = useOwnText(value, onChange);
  const [isAsking, setIsAsking] = useState(false);
  const offered = isAsking && isEditable ? speakersFor(speakers, text) : [];
  const choose = (speaker: Speaker | undefined) => {
    if (speaker === undefined) return;
    setIsAsking(false);
    onChoose(speaker);
  };
  const optionId = (index: number) => `${id}-${index}`;
  const keys = useListKeys(
    offered.map((_, index) => optionId(index)),
    (index) => choose(offered[index]),
  );
  return (
    <div className="field speaker-field">
      <label htmlFor={id}>Narasumber</label>
      <input
        {...choosesSlots}
        id={id}
        role="combobox"
        data-place="speaker"
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={keys.id}
        value={text}
        maxLength={fieldLimits.credit}
        readOnly={!isEditable}
        autoComplete="off"
        onChange={(event) => {
          setIsAsking(true);
          change(event.target.value);
        }}
        onBlur={() => setIsAsking(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setIsAsking(false);
          else if (event.key === 'ArrowDown' && offered.length === 0) setIsAsking(true);
          else if (keys.press({ key: event.key, isComposing: event.nativeEvent.isComposing })) event.preventDefault();
        }}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Orang dalam daftar"
        className="speaker-options"
        hidden={offered.length === 0}
      >
        {offered.map((speaker, index) => (
          <div
            key={`${speaker.name}/${speaker.post}`}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === keys.index}
            className="insert-option"
            // Before the field loses the focus, which would close the list.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(speaker)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') choose(speaker);
            }}
          >
            <span>
              <b>{speaker.name}</b> <span className="muted small">{speaker.post}</span>
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
