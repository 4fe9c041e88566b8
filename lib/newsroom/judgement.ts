import type { Issue } from '../errors.ts';
import type { Finding } from '../language/finding.ts';

/** A decision of an editor to let something pass. */
export type Override = { rule: string; subject: string; reason: string; by: string; at: Date };

/** What of a finding a decision holds for: the words, wherever they move; the place of a finding without words. */
export function subjectOf({ text, place }: Pick<Finding, 'text' | 'place'>): string {
  return text === '' ? place : text.toLowerCase().replace(/\s+/gu, ' ').slice(0, longestSubject);
}

/** In characters: enough to know words again. */
const longestSubject = 200;

/** The decision about a finding, if there is one. */
export function overrideOf<Decided extends Pick<Override, 'rule' | 'subject'>>(
  finding: Finding,
  overrides: readonly Decided[],
): Decided | undefined {
  const subject = subjectOf(finding);
  return overrides.find((override) => override.rule === finding.rule && override.subject === subject);
}

/** Findings that an editor has to mend or to let pass before anything is approved. */
export function awaitingJudgement(
  findings: readonly Finding[],
  overrides: readonly Pick<Override, 'rule' | 'subject'>[],
): Finding[] {
  return findings.filter((finding) => finding.severity === 'judgement' && overrideOf(finding, overrides) === undefined);
}

/** The same as issues that stand in the way of approval. */
export function judgementIssues(awaiting: readonly Finding[]): Issue[] {
  return awaiting.map(({ rule, place, reason }) => ({
    field: place,
    code: `judgement_${rule}`,
    text: `${reason} Perbaiki, atau loloskan dengan alasan di panel pemeriksaan.`,
  }));
}
