import type { AssetId } from '#lib/ids.ts';
import type { originLabels } from '#lib/richtext/origin-words.ts';

/** What is said of all files of one upload. */
export type CommonFacts = {
  caption: string;
  alt: string;
  credit: string;
  terms: string;
  takenOn: string;
  takenAt: string;
  origin: keyof typeof originLabels;
  showsChild: boolean;
  hasConsent: boolean;
  rightsUntil: string;
};

export const noFacts: CommonFacts = {
  caption: '',
  alt: '',
  credit: '',
  terms: '',
  takenOn: '',
  takenAt: '',
  origin: 'photo',
  showsChild: false,
  hasConsent: false,
  rightsUntil: '',
};

/** What one file says of itself; all else it takes from what is said of all. */
export type OwnFacts = Partial<
  Pick<CommonFacts, 'caption' | 'alt' | 'credit' | 'showsChild' | 'hasConsent' | 'origin'>
>;

/** A file that arrived and may be described. */
export type DescribedFile = {
  assetId: AssetId;
  version: number;
  kind: 'photo' | 'document';
  fileName: string;
  preview: string;
  own: OwnFacts;
};

/** What is sent for the files: their own words where they have any, else those of all. */
export function factsOf(files: readonly DescribedFile[], common: CommonFacts) {
  return files.map(({ assetId, version, kind, own }) => {
    const facts = { ...common, ...own };
    // A document shows nothing and nobody.
    const ofPhotos =
      kind === 'photo' ? {} : { alt: '', origin: 'photo' as const, showsChild: false, hasConsent: false };
    return { assetId, version, ...facts, ...ofPhotos };
  });
}
