import { z } from 'zod';

/** What a runner of tests leaves for the summary of a run: counts, and each failure in a few lines. */
export const testReport = z.strictObject({
  passed: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  failures: z.array(z.string()),
});
export type TestReport = z.infer<typeof testReport>;

/** Where the reporter of Vitest writes; as a setting, since Vitest makes the reporter itself. */
export const reportPathSetting = 'TEST_REPORT_FILE';
