import { formatBytes } from '#lib/newsroom/labels.ts';

/** What an account has uploaded, and what it may: files, and bytes. */
type Use = {
  files: number;
  bytes: number;
  bytesInAll: number;
  most: { files: number; bytes: number; bytesInAll: number };
};

export function UploadQuota({ use: { files, bytes, bytesInAll, most } }: { use: Use }) {
  return (
    <>
      <p>
        Dalam 24 jam terakhir {files} berkas ({formatBytes(bytes)}), dari paling banyak {most.files} berkas (
        {formatBytes(most.bytes)}). Seluruhnya {formatBytes(bytesInAll)} dari paling banyak{' '}
        {formatBytes(most.bytesInAll)}.
      </p>
      <p className="small muted">Batasnya sama untuk semua akun dan diatur operator.</p>
    </>
  );
}
