import { findBrowser } from './browser.ts';
import { buildIfStale } from './build-if-stale.ts';
import { checkSteps } from './check-steps.ts';
import { playwrightStep, type Step, workThrough } from './steps.ts';

const build: Step = {
  name: 'Susunan produksi (Next)',
  required: true,
  run: async () => {
    await buildIfStale();
    return { passed: 0, failed: 0 };
  },
};

await workThrough([...checkSteps(), build, playwrightStep(findBrowser)]);
