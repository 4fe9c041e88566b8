import { checkManuscript } from './check.ts';
import type { Fault, Sample } from './corpus.ts';
import type { Family, Finding } from './finding.ts';

/** What a family is to reach on its marked samples. */
export const goal = { precision: 0.95, recall: 0.9 };

/** How well the rules of a family find what people marked. */
export type Score = {
  family: Family;
  /** How many faults were marked. */
  faults: number;
  found: number;
  falsePositives: number;
  precision: number;
  recall: number;
  /** Samples in which nothing is to be found. */
  clean: number;
  misses: readonly { sample: Sample; what: string }[];
  mistakes: readonly { sample: Sample; finding: Finding }[];
};

/** Compares what the rules of a family say of its samples with what was marked. */
export function scoreFamily(family: Family, samples: readonly Sample[]): Score {
  const judged = samples.map((sample) => judge(family, sample));
  const misses = judged.flatMap((one) => one.misses);
  const mistakes = judged.flatMap((one) => one.mistakes);
  const faults = samples.reduce((sum, sample) => sum + faultsOf(sample), 0);
  const found = faults - misses.length;
  return {
    family,
    faults,
    found,
    falsePositives: mistakes.length,
    precision: share(found, found + mistakes.length),
    recall: share(found, faults),
    clean: samples.filter((sample) => faultsOf(sample) === 0).length,
    misses,
    mistakes,
  };
}

function judge(family: Family, sample: Sample): Pick<Score, 'misses' | 'mistakes'> {
  const findings = checkManuscript(sample.manuscript, sample.reference).filter((finding) => finding.family === family);
  const missed = sample.faults.filter((fault) => !findings.some((finding) => touches(finding, fault)));
  const unsaid = sample.missing.filter((rule) => !findings.some((finding) => finding.rule === rule));
  const mistakes = findings.filter(
    (finding) => !sample.missing.includes(finding.rule) && !sample.faults.some((fault) => touches(finding, fault)),
  );
  return {
    misses: [...missed.map(({ text }) => text), ...unsaid].map((what) => ({ sample, what })),
    mistakes: mistakes.map((finding) => ({ sample, finding })),
  };
}

const faultsOf = ({ faults, missing }: Sample) => faults.length + missing.length;

/** A finding without words of its own concerns its whole piece. */
function touches(finding: Finding, fault: Fault): boolean {
  if (finding.place !== fault.place || finding.part !== fault.part) return false;
  if (finding.start === finding.end) return finding.start === 0;
  return finding.start < fault.end && fault.start < finding.end;
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
