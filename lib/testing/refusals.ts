import { domainErrorCode, issuesOf } from '#lib/errors.ts';

/** The code of the refusal, or `none` when the verb went through. A bug is thrown on. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'none';
  } catch (error) {
    const code = domainErrorCode(error);
    if (code === undefined) throw error;
    return code;
  }
}

/** The codes of the issues a verb was refused with; empty when it went through. */
export async function issueCodes(attempt: Promise<unknown>): Promise<string[]> {
  try {
    await attempt;
    return [];
  } catch (error) {
    if (domainErrorCode(error) === undefined) throw error;
    return issuesOf(error).map((issue) => issue.code);
  }
}
