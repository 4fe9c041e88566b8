import { buildIfStale } from './build-if-stale.ts';
import { program, type Step, vitestStep } from './steps.ts';

/** The fast part: what is looked at before every commit. */
export function checkSteps(): Step[] {
  return [
    program('Gaya dan arah impor (Biome)', 'biome', ['check', '.', '--error-on-warnings']),
    program('Tipe rute (Next)', 'next', ['typegen'], { required: true }),
    program('Tipe (TypeScript)', 'tsc', ['-p', '.']),
    vitestStep('Uji unit dan integrasi', ['--project=short']),
  ];
}

/** The production build, without which nothing can be looked at in a browser. */
export const buildStep: Step = {
  name: 'Susunan produksi (Next)',
  required: true,
  run: async () => {
    await buildIfStale();
    return { passed: 0, failed: 0 };
  },
};
