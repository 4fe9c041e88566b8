import { z } from 'zod';
import { useLogSink } from '#lib/log.ts';

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

/** Collects what this process logs until it is asked to stop; what was collected stays. */
export function collectLog(): { text(): string; stop(): void } {
  let told = '';
  const putBack = useLogSink((added) => {
    told += added;
    return true;
  });
  return { text: () => told, stop: putBack };
}
