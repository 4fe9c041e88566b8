import { type DetailName, detailFields, type KindDetails } from './kind-details.ts';
import { audienceLabels, detailLabels, formatDate, pageRoleLabels } from './labels.ts';

/** One detail of a kind in words. */
export type DetailText = { name: DetailName; label: string; text: string };

/** The details the kind has and that are filled in, in the order in which they are asked for. */
export function detailTexts({
  kind,
  details,
}: {
  kind: keyof typeof detailFields;
  details: KindDetails;
}): DetailText[] {
  return detailFields[kind]
    .map((name) => ({ name, label: detailLabels[name], text: detailText(details, name) }))
    .filter(({ text }) => text !== '');
}

/** One detail as people read it; empty for none. */
export function detailText(details: KindDetails, name: DetailName): string {
  switch (name) {
    case 'embargoUntil':
    case 'startsAt':
    case 'endsAt':
    case 'bannerUntil':
      return momentWords(details[name]);
    case 'validUntil':
      return details.validUntil === undefined ? '' : formatDate(details.validUntil);
    case 'audience':
      return details.audience === undefined ? '' : audienceLabels[details.audience];
    case 'pageRole':
      return details.pageRole === undefined ? '' : pageRoleLabels[details.pageRole];
    default:
      return details[name] ?? '';
  }
}

const zones: Readonly<Record<string, string>> = { '+07:00': 'WIB', '+08:00': 'WITA', '+09:00': 'WIT' };

/** A moment at the clock and in the zone in which it was written down: `Rabu, 14 Januari 2026, 10.30 WITA`. */
function momentWords(moment: string | undefined): string {
  const [, day, hour, minute, offset = ''] =
    /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d).*?(Z|[+-]\d\d:\d\d)$/.exec(moment ?? '') ?? [];
  if (day === undefined) return '';
  return `${formatDate(day)}, ${hour}.${minute} ${zones[offset] ?? (offset === 'Z' ? 'UTC' : `UTC${offset}`)}`;
}
