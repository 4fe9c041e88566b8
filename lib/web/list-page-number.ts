import { z } from 'zod';

const pageNumber = z.string().regex(/^[1-9]\d{0,3}$/);

/** The page of a list a reader asks for (`?halaman=2`), counted from 1; null when it is none. */
export function listPageNumber(halaman: string | string[] | undefined): number | null {
  if (halaman === undefined) return 1;
  const number = pageNumber.safeParse(halaman);
  return number.success ? Number(number.data) : null;
}
