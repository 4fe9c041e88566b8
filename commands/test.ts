import { findBrowser } from './browser.ts';
import { buildStep, checkSteps } from './check-steps.ts';
import { playwrightStep, workThrough } from './steps.ts';

await workThrough([...checkSteps(), buildStep, playwrightStep('Uji ujung ke ujung', 'flows', findBrowser)]);
