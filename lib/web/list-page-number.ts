import { z } from 'zod';

const pageNumber = z.coerce.number().int().min(1).max(9999);

/** The page of a list a reader asks for (`?halaman=2`), counted from 1; null when it is none. */
export function listPageNumber(halaman: string | string[] | undefined): number | null {
  if (halaman === undefined) return 1;
  const number = pageNumber.safeParse(halaman);
  return typeof halaman === 'string' && number.success ? number.data : null;
}
