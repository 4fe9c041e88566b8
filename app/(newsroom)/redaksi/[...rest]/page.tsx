import { notFound } from 'next/navigation';

/** Whatever is no page of the newsroom. */
export default function AnyOtherPage(): never {
  notFound();
}
