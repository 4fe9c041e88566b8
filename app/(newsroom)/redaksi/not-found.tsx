import type { Metadata } from 'next';
import { NoSuchPage } from '#components/newsroom/no-such-page.tsx';

export const metadata: Metadata = { title: 'Tidak ditemukan' };

export default function NotFound() {
  return <NoSuchPage />;
}
