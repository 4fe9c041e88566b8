import type { Found } from '../finding.ts';
import type { ReadPiece } from '../reading.ts';
import { addressesIn, touchesOne } from '../text-outside-prose.ts';

/** What was found, without what lies in an address, a tag or foreign words. */
export function outsideAddresses(piece: ReadPiece, found: readonly Found[]): readonly Found[] {
  if (found.length === 0) return found;
  const apart = [...addressesIn(piece.text), ...piece.italics];
  return found.filter((one) => !touchesOne(apart, one));
}
