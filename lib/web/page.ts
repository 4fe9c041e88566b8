import { notFound } from 'next/navigation';
import type { z } from 'zod';
import { domainErrorCode } from '#lib/errors.ts';

/** Awaits a page's data; what is not there for this person becomes the 404 page. */
export async function orNotFound<T>(data: Promise<T>): Promise<T> {
  try {
    return await data;
  } catch (error) {
    if (domainErrorCode(error) === 'not_found') notFound();
    throw error;
  }
}

/** A part of the address, checked. What cannot be one of ours is not found. */
export function partOfPath<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  const parsed = schema.safeParse(text);
  return parsed.success ? parsed.data : notFound();
}
