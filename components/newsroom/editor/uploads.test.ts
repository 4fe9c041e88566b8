import { afterEach, describe, expect, it, vi } from 'vitest';
import { assetId } from '#lib/ids.ts';
import type { Photo } from './photos.tsx';
import { createUploads, type Sent, type UploadDoors } from './uploads.ts';

const photoOf = (name: string): Photo => ({
  assetId: assetId.parse('018f5c1e-7b7a-7c3e-8a4f-0123456789ab'),
  assetHash: 'a'.repeat(64),
  fileName: name,
  state: 'processing',
  failure: null,
  source: null,
});

const file = (name: string, type = 'image/jpeg') => new File(['x'], name, { type });

/** An upload screen whose network answers when the test says so. */
function aScreen(parts: Partial<UploadDoors<Photo>> = {}) {
  const pending = new Map<
    string,
    { answer: (sent: Sent<Photo>) => void; share: (share: number) => void; signal: AbortSignal }
  >();
  const happened: string[] = [];
  let ids = 0;
  const uploads = createUploads(
    {
      send: (sent, share, signal) => new Promise((answer) => pending.set(sent.name, { answer, share, signal })),
      finish: (photo) => Promise.resolve({ ...photo, state: 'ready' }),
      isOnline: () => true,
      refuse: (given) => (given.type === 'image/heic' ? 'HEIC belum dapat diolah.' : undefined),
      newId: () => `u${++ids}`,
      ...parts,
    },
    {
      onTaken: (upload) => happened.push(`taken ${upload.file.name}`),
      onFinished: (photo) => happened.push(`finished ${photo.fileName}`),
      onGone: (upload) => happened.push(`gone ${upload.file.name}`),
    },
  );
  const line = () => uploads.all().map(({ file: { name }, progress }) => `${name} ${progress.kind}`);
  const answer = (name: string, sent: Sent<Photo>) => pending.get(name)?.answer(sent);
  return { uploads, pending, happened, line, answer };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('uploads', () => {
  it('sends two at a time, and the next when one is through', async () => {
    const { uploads, line, answer, happened } = aScreen();
    uploads.add([file('a.jpg'), file('b.jpg'), file('c.jpg')]);
    expect(line()).toEqual(['a.jpg sending', 'b.jpg sending', 'c.jpg waiting']);
    answer('a.jpg', { kind: 'taken', file: photoOf('a.jpg') });
    await vi.waitFor(() => expect(line()).toEqual(['a.jpg ready', 'b.jpg sending', 'c.jpg sending']));
    expect(happened).toEqual(['taken a.jpg', 'finished a.jpg']);
  });

  it('shows how much has left', () => {
    const { uploads, pending } = aScreen();
    uploads.add([file('a.jpg')]);
    pending.get('a.jpg')?.share(0.4);
    expect(uploads.all()[0]?.progress).toEqual({ kind: 'sending', share: 0.4 });
  });

  it('refuses without sending what cannot be taken, and says why', () => {
    const { uploads, pending } = aScreen();
    expect(uploads.add([file('IMG_1.heic', 'image/heic')])).toEqual([]);
    expect(pending.size).toBe(0);
    expect(uploads.all()[0]?.progress).toEqual({ kind: 'failed', text: 'HEIC belum dapat diolah.' });
  });

  it('sends again by itself what nobody answered to, never what was refused', async () => {
    vi.useFakeTimers();
    const { uploads, line, answer, happened } = aScreen();
    uploads.add([file('a.jpg'), file('b.jpg')]);
    answer('b.jpg', { kind: 'refused', text: 'Foto ini rusak.' });
    answer('a.jpg', { kind: 'unreachable', text: 'Sambungan terputus.' });
    await vi.advanceTimersByTimeAsync(0);
    expect(uploads.all().map(({ progress }) => progress)).toEqual([
      { kind: 'stalled', text: 'Sambungan terputus.' },
      { kind: 'failed', text: 'Foto ini rusak.' },
    ]);
    expect(happened).toEqual(['gone b.jpg']);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(line()).toEqual(['a.jpg sending', 'b.jpg failed']);
    answer('a.jpg', { kind: 'unreachable', text: 'Sambungan terputus.' });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(line()[0]).toBe('a.jpg stalled');
    uploads.goOn();
    expect(line()[0]).toBe('a.jpg sending');
  });

  it('tries nothing without a network, and sends in order when it is back', () => {
    let isOnline = false;
    const { uploads, pending, line } = aScreen({ isOnline: () => isOnline });
    uploads.add([file('a.jpg'), file('b.jpg'), file('c.jpg')]);
    expect(line()).toEqual(['a.jpg stalled', 'b.jpg stalled', 'c.jpg stalled']);
    expect(pending.size).toBe(0);
    isOnline = true;
    uploads.goOn();
    expect(line()).toEqual(['a.jpg sending', 'b.jpg sending', 'c.jpg waiting']);
  });

  it('begins nothing while it is held, and goes on with what waited on the device under its old id', () => {
    const { uploads, line } = aScreen();
    uploads.hold(true);
    uploads.again([{ id: 'dulu', file: file('a.jpg') }]);
    expect(line()).toEqual(['a.jpg waiting']);
    uploads.hold(false);
    expect(line()).toEqual(['a.jpg sending']);
    uploads.remove('dulu');
    expect(line()).toEqual([]);
  });

  it('stops what is under way when it is taken off the list', () => {
    const { uploads, pending, happened, line } = aScreen();
    const [first] = uploads.add([file('a.jpg')]);
    uploads.remove(first?.id ?? '');
    expect(pending.get('a.jpg')?.signal.aborted).toBe(true);
    expect(line()).toEqual([]);
    expect(happened).toEqual(['gone a.jpg']);
  });

  it('says why a photo that was taken could not be made ready', async () => {
    const { uploads, answer } = aScreen({
      finish: (photo) => Promise.resolve({ ...photo, state: 'failed', failure: 'Foto ini terlalu lama diolah.' }),
    });
    uploads.add([file('a.jpg')]);
    answer('a.jpg', { kind: 'taken', file: photoOf('a.jpg') });
    await vi.waitFor(() =>
      expect(uploads.all()[0]?.progress).toEqual({
        kind: 'failed',
        text: 'Foto ini terlalu lama diolah.',
      }),
    );
  });
});
