/** What a page of one edition is given: `/redaksi/naskah/<article>/…?edisi=<number>`. */
export type EditionAddress = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ edisi?: string | string[] }>;
};

/** The edition that is asked for by its number; undefined for the one people mean when they name none. */
export function editionInAddress({ edisi }: { edisi?: string | string[] }): number | undefined {
  return typeof edisi === 'string' && /^[1-9]\d{0,4}$/.test(edisi) ? Number(edisi) : undefined;
}
