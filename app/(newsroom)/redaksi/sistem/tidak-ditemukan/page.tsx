import type { Metadata } from 'next';
import { NoSuchPage } from '#components/newsroom/no-such-page.tsx';

export const metadata: Metadata = { title: 'Tidak ditemukan' };

/** Delivery sends this with the status 404 wherever a page of the newsroom is not there. */
export default function NotFoundPage() {
  return <NoSuchPage />;
}
