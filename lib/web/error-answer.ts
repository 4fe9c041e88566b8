import type { z } from 'zod';
import { isDatabaseAway, isDatabaseFull } from '#db/client.ts';
import type { ActionState } from '#lib/action-state.ts';
import { domainErrorCode, type Issue, issuesOf } from '#lib/errors.ts';
import { log, logBug } from '#lib/log.ts';
import { isStorageAway } from '#lib/media/object-store.ts';

/** What went wrong, as HTTP and the person's screen say it. */
export type ErrorAnswer = {
  code:
    | 'not_found'
    | 'not_allowed'
    | 'conflict'
    | 'invalid'
    | 'too_large'
    | 'foreign_origin'
    | 'signed_out'
    | 'unavailable'
    | 'storage_full'
    | 'bug';
  text: string;
  issues: readonly Issue[];
  /** The name under which a bug was logged. */
  id?: string;
};

const texts = {
  notFound: 'Yang Anda cari tidak ada, atau bukan untuk Anda. Muat ulang halaman.',
  invalid: 'Ada yang perlu diperbaiki.',
  signedOut: 'Sesi Anda sudah berakhir. Masuk lagi di tab lain, lalu kirim ulang formulir ini; isinya tidak hilang.',
  foreign: 'Permintaan ini tidak datang dari halaman Ruang Warta. Muat ulang halaman, lalu coba lagi.',
  tooLarge: 'Yang Anda kirim terlalu besar.',
  storageAway:
    'Penyimpanan berkas sedang tidak dapat dihubungi. Naskah tetap tersimpan; coba lagi berkasnya sebentar lagi.',
  unavailable: 'Basis data sedang tidak dapat dihubungi. Coba lagi sebentar lagi; yang Anda tulis masih ada.',
  full: 'Penyimpanan peladen penuh, jadi ini belum tersimpan; yang Anda tulis masih ada. Beri tahu admin, lalu coba lagi.',
} as const;

export const signedOutAnswer: ErrorAnswer = { code: 'signed_out', text: texts.signedOut, issues: [] };
export const foreignAnswer: ErrorAnswer = { code: 'foreign_origin', text: texts.foreign, issues: [] };

/**
 * Turns whatever a verb threw into words. An unexpected error is logged under an id; its own
 * message never leaves the server.
 *
 * @param where names the place in the log
 */
export function answerOf(error: unknown, where: string): ErrorAnswer {
  const code = domainErrorCode(error);
  if (code !== undefined && code !== 'integrity') {
    const own = error instanceof Error ? error.message : '';
    const text = code === 'not_found' ? texts.notFound : code === 'invalid' ? texts.invalid : own;
    return { code, text, issues: issuesOf(error) };
  }
  if (isTooLarge(error)) return { code: 'too_large', text: texts.tooLarge, issues: [] };
  if (isDatabaseAway(error)) {
    logBug(where, error);
    return { code: 'unavailable', text: texts.unavailable, issues: [] };
  }
  if (isStorageAway(error)) return { code: 'unavailable', text: texts.storageAway, issues: [] };
  if (isDatabaseFull(error)) {
    log('alarm', 'database_full', { where });
    return { code: 'storage_full', text: texts.full, issues: [] };
  }
  const id = logBug(where, error);
  const text = `Ada galat yang tidak terduga. Coba lagi. Bila berulang, sampaikan nomor ini kepada admin: ${id}.`;
  return { code: 'bug', text, issues: [], id };
}

const statuses = {
  not_found: 404,
  not_allowed: 403,
  conflict: 409,
  invalid: 422,
  too_large: 413,
  foreign_origin: 403,
  signed_out: 401,
  unavailable: 503,
  storage_full: 507,
  bug: 500,
} as const satisfies Record<ErrorAnswer['code'], number>;

/** The answer as JSON with its HTTP status. */
export function errorResponse(answer: ErrorAnswer): Response {
  const headers = { 'cache-control': 'no-store', ...(answer.code === 'unavailable' ? { 'retry-after': '3' } : {}) };
  return Response.json(answer, { status: statuses[answer.code], headers });
}

const stateStatuses = {
  not_found: 'refused',
  not_allowed: 'refused',
  conflict: 'conflict',
  invalid: 'invalid',
  too_large: 'refused',
  foreign_origin: 'refused',
  signed_out: 'signed_out',
  unavailable: 'failed',
  storage_full: 'failed',
  bug: 'failed',
} as const satisfies Record<ErrorAnswer['code'], ActionState['status']>;

/** The answer as the state of a form. */
export function errorState(answer: ErrorAnswer, values: Record<string, string>): ActionState<never> {
  const { code, text, issues, id } = answer;
  return { status: stateStatuses[code], message: text, issues, values, ...(id === undefined ? {} : { bugId: id }) };
}

/** What zod found, as issues. The sentences are the schema's own. */
export function issuesOfZod(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    code: issue.code,
    text:
      issue.code === 'unrecognized_keys'
        ? 'Formulir ini memuat isian yang tidak dikenal. Muat ulang halaman.'
        : issue.message,
  }));
}

const tooLargeName = 'TooLarge';

/** Thrown while a body is read that exceeds its limit. */
export function tooLarge(): Error {
  const error = new Error('The body exceeds its limit.');
  error.name = tooLargeName;
  return error;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && error.name === tooLargeName;
}
