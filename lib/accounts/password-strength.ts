import type { Issue } from '../errors.ts';
import { processWide } from '../process-wide.ts';
import { easyToGuess, passwordIssues, wordsTriedFirst } from './password-rules.ts';

/** Guesses, as a power of ten, that a new password must withstand. A site's own limits of tries come on top. */
const leastGuesses = 9;

/**
 * Characters that are looked at: matching with look-alike letters takes half a second for a hundred of them,
 * and what is hard to guess after so many does not become easier by the rest.
 */
const lookedAt = 32;

type Estimator = { check(password: string, words: string[]): { guessesLog10: number } };

const held = processWide<{ estimator: Promise<Estimator> | undefined }>('password-estimator', () => ({
  estimator: undefined,
}));

/**
 * What is wrong with a new password, by our own rules and by the lists of stolen passwords, names and
 * Indonesian words that guessers try. For the server: the lists are never part of a page.
 *
 * @param known words about this person and house: name, address, agency
 * @returns empty when it may be used
 */
export async function newPasswordIssues(
  password: string,
  known: readonly string[],
  field = 'password',
): Promise<Issue[]> {
  const issues = passwordIssues(password, known, field);
  if (issues.length > 0) return issues;
  held.value.estimator ??= loadEstimator();
  const estimator = await held.value.estimator;
  const words = [...wordsTriedFirst, ...known.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))];
  const { guessesLog10 } = estimator.check(
    password,
    words.filter((word) => word.length > 2),
  );
  return guessesLog10 < leastGuesses ? [easyToGuess(field)] : [];
}

/** Loaded at the first new password: some megabytes that most starts never need. */
async function loadEstimator(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, common, indonesian] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-id'),
  ]);
  return new ZxcvbnFactory({
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...indonesian.dictionary },
    maxLength: lookedAt,
  });
}
