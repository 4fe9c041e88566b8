import { checkSteps } from './check-steps.ts';
import { workThrough } from './steps.ts';

await workThrough(checkSteps());
