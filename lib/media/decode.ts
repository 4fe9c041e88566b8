import { fileURLToPath } from 'node:url';
import { log } from '#lib/log.ts';
import { type ClosedProgram, runClosed } from './closed-process.ts';
import {
  type DecodedPhoto,
  type DecoderAnswer,
  type DecoderTask,
  decoderAnswer,
  tooHeavyStatus,
} from './decoder-protocol.ts';
import type { DecodingFailure } from './refusals.ts';
import { decoderLimits } from './table.ts';

export type Decoded = DecodedPhoto | { outcome: 'failed'; failure: DecodingFailure };

const ownProgram: ClosedProgram = {
  path: fileURLToPath(new URL('./decoder.ts', import.meta.url)),
  milliseconds: decoderLimits.milliseconds,
};

/**
 * Decodes one photo in a process of its own; one at a time in the whole of this process.
 * A file that crashes, stalls or bloats the decoder ends as a failure with its reason.
 *
 * @param program tests put another one in the decoder's place
 */
export async function decode(task: DecoderTask, program: ClosedProgram = ownProgram): Promise<Decoded> {
  const { answer, status, isLate, words } = await runClosed(program, task);
  const parsed = decoderAnswer.safeParse(answer);
  if (parsed.success && parsed.data.outcome === 'done') return parsed.data;
  const failure = failureOf(parsed.data, isLate, status);
  log('warn', 'photo_not_decoded', { failure, status, words });
  return { outcome: 'failed', failure };
}

function failureOf(answer: DecoderAnswer | undefined, isLate: boolean, status: number | null): DecodingFailure {
  if (answer?.outcome === 'refused') return answer.reason;
  if (isLate) return 'too_slow';
  return status === tooHeavyStatus ? 'too_heavy' : 'crashed';
}
