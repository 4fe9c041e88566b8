import type { AssetId } from '#lib/ids.ts';
import type { PhotoState } from '#lib/newsroom/readiness.ts';

/** One file on its way. */
export type Upload = {
  id: string;
  file: File;
  /** Shown from the device itself until the newsroom has a picture of its own. */
  preview: string;
  progress: Progress;
};

export type Progress =
  | { kind: 'waiting' }
  /** Share of the bytes that have left, 0 to 1. */
  | { kind: 'sending'; share: number; isPaused?: boolean }
  | { kind: 'processing'; assetId: AssetId }
  | { kind: 'ready'; assetId: AssetId }
  /** `canRetry`: the same file may be taken next time (network, server busy). */
  | { kind: 'failed'; text: string; canRetry: boolean };

/** A photo or document that the server has taken. */
export type TakenFile = { assetId: AssetId; state: PhotoState; failure?: string | null };

/** What came of sending a file. */
export type Sent<Taken extends TakenFile> =
  | { kind: 'taken'; file: Taken }
  | { kind: 'refused'; text: string }
  | { kind: 'unreachable'; text: string };

/** Tells how much has left; `isPaused` while there is no network to go on with. */
export type OnShare = (share: number, isPaused?: boolean) => void;

/** What uploads need of the world around them. */
export type UploadDoors<Taken extends TakenFile> = {
  send: (file: File, onShare: OnShare, signal: AbortSignal) => Promise<Sent<Taken>>;
  /** Waits until a file is ready or has failed. */
  finish: (file: Taken, signal: AbortSignal) => Promise<Taken>;
  /** Why a file is not even tried; undefined when it may be. */
  refuse: (file: File) => string | undefined;
  newId: () => string;
};

export type UploadEvents<Taken extends TakenFile> = {
  /** A file was taken: it has an id and a hash, and may stand in the text. */
  onTaken: (upload: Upload, file: Taken) => void;
  onFinished: (file: Taken) => void;
  /** It will not stand in the text: refused, or taken off the list. */
  onGone: (upload: Upload) => void;
};

/** Files sent at the same time: phones on a mobile network do one well and four badly. */
const atOnce = 2;

export type Uploads = ReturnType<typeof createUploads<TakenFile>>;

/** The files of one editor screen, sent a few at a time, each with its progress, retry and reason. */
export function createUploads<Taken extends TakenFile>(doors: UploadDoors<Taken>, events: UploadEvents<Taken>) {
  let uploads: readonly Upload[] = [];
  const running = new Map<string, AbortController>();
  const listeners = new Set<() => void>();

  const find = (id: string) => uploads.find((upload) => upload.id === id);

  function publish(next: readonly Upload[]): void {
    uploads = next;
    for (const listener of listeners) listener();
  }

  function progress(id: string, now: Progress): void {
    publish(uploads.map((upload) => (upload.id === id ? { ...upload, progress: now } : upload)));
  }

  function startNext(): void {
    for (const { id, progress: now } of uploads) {
      if (running.size >= atOnce) return;
      if (now.kind === 'waiting' && !running.has(id)) void run(id);
    }
  }

  async function run(id: string): Promise<void> {
    const upload = find(id);
    if (upload === undefined) return;
    const controller = new AbortController();
    running.set(id, controller);
    progress(id, { kind: 'sending', share: 0 });
    const onShare: OnShare = (share, isPaused = false) =>
      progress(id, { kind: 'sending', share, ...(isPaused && { isPaused }) });
    const sent = await doors.send(upload.file, onShare, controller.signal);
    running.delete(id);
    startNext();
    if (find(id) === undefined) return;
    if (sent.kind !== 'taken') {
      progress(id, { kind: 'failed', text: sent.text, canRetry: sent.kind === 'unreachable' });
      // A refused file will never stand in the text; one that may be tried again keeps its place.
      if (sent.kind === 'refused') events.onGone(upload);
      return;
    }
    const { assetId } = sent.file;
    progress(id, { kind: 'processing', assetId });
    events.onTaken(upload, sent.file);
    const finished = await doors.finish(sent.file, controller.signal);
    events.onFinished(finished);
    if (find(id) === undefined) return;
    const isReady = finished.state === 'ready';
    progress(
      id,
      isReady
        ? { kind: 'ready', assetId }
        : { kind: 'failed', text: finished.failure ?? 'Berkas ini gagal diolah.', canRetry: false },
    );
  }

  function remove(id: string): void {
    const upload = find(id);
    if (upload === undefined) return;
    running.get(id)?.abort();
    running.delete(id);
    publish(uploads.filter((other) => other.id !== id));
    events.onGone(upload);
    startNext();
  }

  return {
    all: (): readonly Upload[] => uploads,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Queues files; what can be refused without sending is refused at once. Gives the queued uploads. */
    add(files: readonly File[]): Upload[] {
      const added = files.map((file): Upload => {
        const refusal = doors.refuse(file);
        const now: Progress =
          refusal === undefined ? { kind: 'waiting' } : { kind: 'failed', text: refusal, canRetry: false };
        return { id: doors.newId(), file, preview: URL.createObjectURL(file), progress: now };
      });
      publish([...uploads, ...added]);
      startNext();
      return added.filter((upload) => upload.progress.kind === 'waiting');
    },
    retry(id: string): void {
      progress(id, { kind: 'waiting' });
      startNext();
    },
    /** Takes an upload off the list, and stops it when it is under way. A photo already in the text stays there. */
    remove,
    stop(): void {
      for (const controller of running.values()) controller.abort();
      listeners.clear();
    },
  };
}
