'use client';

import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { startTransition, useEffect, useState } from 'react';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { kept, useFormAction } from '#components/ui/use-form-action.ts';
import { type FormAction, idle } from '#lib/action-state.ts';

type Hidden = Readonly<Record<string, string>>;

/** Shows a passkey: the browser asks its owner to unlock the device. */
export function ShowPasskey({
  options,
  finish,
  hidden = {},
  label,
}: {
  options: FormAction<PublicKeyCredentialRequestOptionsJSON>;
  finish: FormAction;
  hidden?: Hidden;
  label: string;
}) {
  return (
    <PasskeyButton
      options={options}
      finish={finish}
      label={label}
      fields={() => hidden}
      ask={(optionsJSON) => startAuthentication({ optionsJSON })}
    />
  );
}

/** Makes a passkey, under the name that stands in the field beside it. */
export function MakePasskey({
  options,
  finish,
  label,
  nameField,
}: {
  options: FormAction<PublicKeyCredentialCreationOptionsJSON>;
  finish: FormAction;
  label: string;
  /** The id of the field with its name. */
  nameField: string;
}) {
  const nameOf = () => {
    const field = document.getElementById(nameField);
    return { name: field instanceof HTMLInputElement ? field.value : '' };
  };
  return (
    <PasskeyButton
      options={options}
      finish={finish}
      label={label}
      fields={nameOf}
      ask={(optionsJSON) => startRegistration({ optionsJSON })}
    />
  );
}

/** Nothing where the browser knows no passkeys, and nothing without script, which they need. */
function PasskeyButton<Options>({
  options,
  finish,
  label,
  fields,
  ask,
}: {
  options: FormAction<Options>;
  finish: FormAction;
  label: string;
  fields: () => Hidden;
  ask: (options: Options) => Promise<object>;
}) {
  const [state, act, isSending] = useFormAction(finish);
  const [isAsking, setAsking] = useState(false);
  const [told, setTold] = useState('');
  const [isKnown, setKnown] = useState(false);
  useEffect(() => setKnown(browserSupportsWebAuthn()), []);
  if (!isKnown) return null;

  const begin = async () => {
    if (isAsking || isSending) return;
    setAsking(true);
    setTold('');
    const asked = await kept(options)(idle, new FormData());
    if (asked.result === undefined) setTold([asked.message, ...asked.issues.map(({ text }) => text)].join(' '));
    else {
      try {
        const answer = await ask(asked.result);
        const form = new FormData();
        form.set('answer', JSON.stringify(answer));
        for (const [name, value] of Object.entries(fields())) form.set(name, value);
        startTransition(() => act(form));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        // The browser does not say whether its owner declined, waited too long or has none.
        setTold(
          error.name === 'InvalidStateError'
            ? 'Perangkat ini sudah punya kunci sandi untuk akun Anda.'
            : 'Kunci sandi tidak jadi dipakai. Coba lagi, atau pakai cara lain.',
        );
      }
    }
    setAsking(false);
  };

  const message = told || (state.status === 'idle' || state.status === 'done' ? '' : state.message);
  return (
    <div className="stack">
      {message !== '' && <ErrorSummary title={message} issues={told === '' ? state.issues : []} />}
      {state.status === 'done' && state.message !== '' && (
        <p role="status" className="notice notice-good">
          {state.message}
        </p>
      )}
      <div>
        <button type="button" aria-disabled={isAsking || isSending} onClick={() => void begin()}>
          {isAsking || isSending ? 'Menunggu perangkat…' : label}
        </button>
      </div>
    </div>
  );
}
