import { takeTry } from '#lib/accounts/throttle.ts';
import type { PortalId } from '#lib/ids.ts';
import { checkText } from './check-text.ts';
import { keepAnswer } from './kept-answers.ts';
import { type TextCheck, textCheckLimits } from './text-check.ts';

/** A form of the check page: words that were pasted, or a file of text. */
export type SentText = { portal: PortalId; network: string; typed: string; file: Uint8Array | null };

/** Letters of a pasted text that come back in the box. */
const mostTyped = 20_000;

/**
 * Checks what a reader sent and keeps the answer for the page.
 *
 * @returns the secret of the answer, and what kind it is
 */
export async function takeText({
  portal,
  network,
  typed,
  file,
}: SentText): Promise<{ id: string; kind: TextCheck['kind'] }> {
  const check = await checkOf(portal, network, typed, file);
  return { id: keepAnswer({ check, typed: typed.slice(0, mostTyped) }), kind: check.kind };
}

async function checkOf(portal: PortalId, network: string, typed: string, file: Uint8Array | null): Promise<TextCheck> {
  const tries = [
    { kind: 'textCheck', of: network },
    { kind: 'allTextChecks', of: 'semua' },
  ] as const;
  if (takeTry(tries) !== undefined) return { kind: 'too_often' };
  if (file === null) return checkText(portal, typed);
  if (file.length > textCheckLimits.bytes) return { kind: 'too_long' };
  const text = textOf(file);
  return text === undefined ? { kind: 'unreadable' } : checkText(portal, text);
}

/** The text of a file as our copies are written; undefined for anything else. */
function textOf(file: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
    return text.includes('\0') ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
