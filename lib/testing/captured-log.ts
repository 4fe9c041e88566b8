import { z } from 'zod';

const line = z.looseObject({ level: z.string(), event: z.string() });

/** Runs the work and returns its result with the alarms that were written to standard error meanwhile. */
export async function withAlarms<T>(work: () => Promise<T>): Promise<{ result: T; alarms: Record<string, unknown>[] }> {
  const write = process.stderr.write;
  let told = '';
  process.stderr.write = (chunk) => {
    told += String(chunk);
    return true;
  };
  try {
    const result = await work();
    const lines = told.split('\n').filter((text) => text.startsWith('{'));
    const alarms = lines.map((text) => line.parse(JSON.parse(text))).filter((entry) => entry.level === 'alarm');
    return { result, alarms };
  } finally {
    process.stderr.write = write;
  }
}
