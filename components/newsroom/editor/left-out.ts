import type { DirectLink } from '#lib/richtext/links.ts';

/** Says what was left out of an address, and which one is put in; empty when nothing was. */
export function leftOut({ href, through, trackers }: DirectLink): string {
  const parts = [
    ...(through.length === 0 ? [] : [`Halaman perantara ${listed(through)} dilewati.`]),
    ...(trackers.length === 0 ? [] : [`Penanda pelacak ${listed(trackers)} dibuang.`]),
  ];
  return parts.length === 0 ? '' : [...parts, `Yang dipasang: ${href}`].join(' ');
}

const listed = (names: readonly string[]) => new Intl.ListFormat('id').format(names);
