'use client';

import { useId, useRef, useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { type Remark, remarkLimits } from '#lib/newsroom/conversation-shapes.ts';
import { begunName, mentionedIn, type Person, peopleNamed } from './mentions.ts';
import type { Conversation } from './use-conversation.ts';

/** The text of a comment or an answer; `@` offers the people who may see the article. */
export function RemarkForm({
  label,
  button,
  people,
  say,
  remark,
  onDone,
  isFirst = false,
}: {
  label: string;
  button: string;
  people: readonly Person[];
  say: Conversation['say'];
  remark: (text: string, mentions: string[]) => Remark;
  onDone: () => void;
  isFirst?: boolean;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [trouble, setTrouble] = useState('');
  const [isSending, setIsSending] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const begun = begunName(text, caret);
  const offers = begun === undefined ? [] : peopleNamed(people, begun.name);

  const name = (person: Person) => {
    if (begun === undefined) return;
    const named = `${text.slice(0, begun.start)}@${person.name} `;
    setText(named + text.slice(caret));
    setCaret(named.length);
    area.current?.focus();
  };
  const send = async () => {
    if (text.trim() === '') {
      setTrouble('Tulis komentarnya dahulu.');
      area.current?.focus();
      return;
    }
    setIsSending(true);
    const refused = await say(remark(text, mentionedIn(text, people)));
    setIsSending(false);
    setTrouble(refused ?? '');
    if (refused === undefined) onDone();
  };

  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) void send();
      }}
    >
      <Field id={id} label={label} note="Ketik @ untuk menyebut orang." error={trouble || undefined}>
        <textarea
          ref={area}
          id={id}
          aria-describedby={`${id}-note`}
          aria-invalid={trouble !== '' || undefined}
          rows={3}
          maxLength={remarkLimits.text}
          value={text}
          {...(isFirst && { 'data-first': true })}
          onChange={(event) => {
            setText(event.target.value);
            setCaret(event.target.selectionStart);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        />
      </Field>
      {offers.length > 0 && (
        <ul className="mention-offers" aria-label="Orang yang dapat disebut">
          {offers.map((person) => (
            <li key={person.id}>
              <button type="button" onClick={() => name(person)}>
                {person.name} <span className="muted small">{person.role}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="row">
        <button type="submit" className="button-main" aria-disabled={isSending}>
          {isSending ? 'Sebentar…' : button}
        </button>
      </p>
    </form>
  );
}
