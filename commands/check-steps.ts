import { program, type Step, vitestStep } from './steps.ts';

/** The fast part: what is looked at before every commit. */
export function checkSteps(): Step[] {
  return [
    program('Gaya dan arah impor (Biome)', 'biome', ['check', '.', '--error-on-warnings']),
    program('Tipe rute (Next)', 'next', ['typegen'], { required: true }),
    program('Tipe (TypeScript)', 'tsc', ['-p', '.']),
    vitestStep(),
  ];
}
