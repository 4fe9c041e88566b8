/** One thing that is wrong with what somebody sent, in words that say what to do. */
export type Issue = {
  /** Where it is: a field name or a path such as `body.3`; empty when it concerns the whole. */
  field: string;
  /** Stable name of the rule, for tests and for messages beside the place. */
  code: string;
  /** The sentence the person reads, in Indonesian. */
  text: string;
  /** A page of ours that opens beside the form, where the person can put it right. */
  page?: { path: string; label: string };
};

/**
 * The only errors a verb may raise on purpose. Everything else is a bug.
 *
 * They are recognised by `code`, never by `instanceof`: Node and Next each load
 * this module, so one process holds several copies of these classes.
 */
export type DomainErrorCode = 'not_found' | 'not_allowed' | 'conflict' | 'invalid' | 'integrity';

class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly issues: readonly Issue[];

  constructor(code: DomainErrorCode, message: string, issues: readonly Issue[] = []) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.issues = issues;
  }
}

/** It is not there, or this actor may not know that it is. Both look the same from outside. */
export function notFound(what: string): Error {
  return new DomainError('not_found', what);
}

/** The actor may see it, but may not do this to it. `text` says why, in Indonesian. */
export function notAllowed(text: string): Error {
  return new DomainError('not_allowed', text);
}

/** Somebody else was faster. `text` says what happened and what to do, in Indonesian. */
export function conflict(text: string): Error {
  return new DomainError('conflict', text);
}

/** What was sent cannot be taken. Each issue names its place and says what to do. */
export function invalid(issues: readonly Issue[]): Error {
  return new DomainError('invalid', issues.map((issue) => issue.text).join(' '), issues);
}

/** Stored words no longer fit their signatures. Readers never see them; operators get an alarm. */
export function integrityBroken(what: string): Error {
  return new DomainError('integrity', what);
}

/** The code of a domain error, or undefined for anything else (a bug, a lost connection). */
export function domainErrorCode(error: unknown): DomainErrorCode | undefined {
  if (!(error instanceof Error) || error.name !== 'DomainError' || !('code' in error)) return undefined;
  const code = error.code;
  switch (code) {
    case 'not_found':
    case 'not_allowed':
    case 'conflict':
    case 'invalid':
    case 'integrity':
      return code;
    default:
      return undefined;
  }
}

/** The issues an `invalid` error carries; empty for every other error. */
export function issuesOf(error: unknown): readonly Issue[] {
  if (domainErrorCode(error) !== 'invalid' || !(error instanceof Error) || !('issues' in error)) return [];
  return Array.isArray(error.issues) ? error.issues : [];
}

/** The code of a file system error (`ENOENT`), or undefined. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
