import { describe, expect, it } from 'vitest';
import type { Finding } from '../language/finding.ts';
import { awaitingJudgement, judgementIssues, subjectOf } from './judgement.ts';

const finding = (part: Partial<Finding> = {}): Finding => ({
  ...{ rule: 'phone_of_person', family: 'personal_data', severity: 'judgement', place: 'body.2', part: '' },
  ...{ start: 10, end: 23, text: '0812 3456 7890', reason: 'Ini nomor telepon pribadi.' },
  ...part,
});

describe('a decision to let a finding pass', () => {
  it('holds for the same words, wherever they stand and however they are spaced', () => {
    const overrides = [{ rule: 'phone_of_person', subject: subjectOf(finding()) }];
    expect(awaitingJudgement([finding({ place: 'lead', start: 0, text: '0812  3456 7890' })], overrides)).toEqual([]);
  });

  it('does not hold for other words or another rule', () => {
    const overrides = [{ rule: 'phone_of_person', subject: subjectOf(finding()) }];
    const others = [finding({ text: '0813 1111 2222' }), finding({ rule: 'nik' })];
    expect(awaitingJudgement(others, overrides)).toEqual(others);
  });

  it('is tied to the place where nothing is marked', () => {
    const photo = finding({ rule: 'child_without_consent', place: 'cover', text: '', start: 0, end: 0 });
    const overrides = [{ rule: 'child_without_consent', subject: 'cover' }];
    expect(awaitingJudgement([photo], overrides)).toEqual([]);
    expect(awaitingJudgement([{ ...photo, place: 'body.4' }], overrides)).toHaveLength(1);
  });

  it('is not asked for advice', () => {
    expect(awaitingJudgement([finding({ severity: 'advisory' })], [])).toEqual([]);
  });
});

it('tells what stands in the way of approval, with its place', () => {
  expect(judgementIssues([finding()])).toEqual([
    {
      field: 'body.2',
      code: 'judgement_phone_of_person',
      text: 'Ini nomor telepon pribadi. Perbaiki, atau loloskan dengan alasan di panel pemeriksaan.',
    },
  ]);
});
