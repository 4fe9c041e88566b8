/** A picture that goes with an item: JPEG, absolute address. */
export type FeedImage = { url: string; width: number; height: number; alt: string; credit: string };

/** One article, or one correction of it, as a feed tells it. All addresses are absolute. */
export type FeedItem = {
  /** Never changes, whatever the address and the words do: `urn:uuid:…`. */
  id: string;
  url: string;
  title: string;
  /** Plain text. */
  summary: string;
  /** The whole text as safe HTML. */
  html: string;
  publishedAt: Date;
  /** Later than `publishedAt` only when the words changed. */
  updatedAt: Date;
  /** The agency first, then the writers. */
  authors: readonly string[];
  categories: readonly string[];
  image: FeedImage | null;
  sponsored: boolean;
};

/** A list of the site for feed readers. All addresses are absolute. */
export type Feed = {
  /** Never changes: `tag:…`. */
  id: string;
  title: string;
  description: string;
  /** The page that shows the same list. */
  page: string;
  /** Where this very feed stands. */
  self: string;
  icon: string;
  publisher: string;
  items: readonly FeedItem[];
};

/** How many of the newest a feed holds. */
export const feedLength = 30;

/** When a feed last changed: with its items, never with the clock, so that nobody fetches the same again. */
export function feedUpdatedAt(feed: Feed): Date | null {
  const times = feed.items.map((item) => item.updatedAt.getTime());
  return times.length === 0 ? null : new Date(Math.max(...times));
}
