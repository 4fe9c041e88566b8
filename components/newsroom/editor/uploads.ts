import type { AssetId } from '#lib/ids.ts';
import type { PhotoState } from '#lib/newsroom/readiness.ts';

/** One file on its way. */
export type Upload = {
  id: string;
  file: File;
  /** Shown from the device itself until the newsroom has a picture of its own. */
  preview: string;
  /** Why it would be lost with this page; absent while the device keeps it, or is about to. */
  risk?: string;
  progress: Progress;
};

export type Progress =
  | { kind: 'waiting' }
  /** Without a network, or with a server that does not take it now (`text`): it goes on by itself. */
  | { kind: 'stalled'; text: string }
  /** Share of the bytes that have left, 0 to 1. */
  | { kind: 'sending'; share: number; isPaused?: boolean }
  | { kind: 'processing'; assetId: AssetId }
  | { kind: 'ready'; assetId: AssetId }
  /** For good: the same file would fail again. */
  | { kind: 'failed'; text: string };

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
  /** Whether the device believes it has a network. */
  isOnline: () => boolean;
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

/** Whether a file is still to reach the server. */
export const isUnsent = ({ progress: { kind } }: Pick<Upload, 'progress'>) =>
  kind === 'waiting' || kind === 'stalled' || kind === 'sending';

export type Uploads = ReturnType<typeof createUploads<TakenFile>>;

/** The files of one editor screen, sent a few at a time, each with its progress, retry and reason. */
export function createUploads<Taken extends TakenFile>(doors: UploadDoors<Taken>, events: UploadEvents<Taken>) {
  let uploads: readonly Upload[] = [];
  let isHeld = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const running = new Map<string, AbortController>();
  const listeners = new Set<() => void>();

  const find = (id: string) => uploads.find((upload) => upload.id === id);

  function publish(next: readonly Upload[]): void {
    uploads = next;
    for (const listener of listeners) listener();
  }

  function put(id: string, part: Partial<Upload>): void {
    publish(uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  }

  function startNext(): void {
    if (isHeld) return;
    for (const { id, progress } of uploads) {
      if (progress.kind !== 'waiting' || running.has(id)) continue;
      if (!doors.isOnline()) put(id, { progress: { kind: 'stalled', text: '' } });
      else if (running.size < atOnce) void run(id);
    }
  }

  async function run(id: string): Promise<void> {
    const upload = find(id);
    if (upload === undefined) return;
    const controller = new AbortController();
    running.set(id, controller);
    put(id, { progress: { kind: 'sending', share: 0 } });
    const onShare: OnShare = (share, isPaused = false) =>
      put(id, { progress: { kind: 'sending', share, ...(isPaused && { isPaused }) } });
    const sent = await doors.send(upload.file, onShare, controller.signal);
    if (running.get(id) === controller) running.delete(id);
    if (find(id) === undefined || controller.signal.aborted) return startNext();
    if (sent.kind === 'unreachable') return stall(id, sent.text);
    failures = 0;
    startNext();
    if (sent.kind === 'refused') {
      put(id, { progress: { kind: 'failed', text: sent.text } });
      events.onGone(upload);
      return;
    }
    const { assetId } = sent.file;
    put(id, { progress: { kind: 'processing', assetId } });
    events.onTaken(upload, sent.file);
    const finished = await doors.finish(sent.file, controller.signal);
    events.onFinished(finished);
    if (find(id) === undefined) return;
    const isReady = finished.state === 'ready';
    put(id, {
      progress: isReady
        ? { kind: 'ready', assetId }
        : { kind: 'failed', text: finished.failure ?? 'Berkas ini gagal diolah.' },
    });
  }

  /** Nobody answered: it is tried again, each time later, and at once when the network comes back. */
  function stall(id: string, text: string): void {
    put(id, { progress: { kind: 'stalled', text } });
    failures += 1;
    startNext();
    timer ??= setTimeout(goOn, patience(failures));
  }

  function goOn(): void {
    clearTimeout(timer);
    timer = undefined;
    publish(
      uploads.map((upload) =>
        upload.progress.kind === 'stalled' ? { ...upload, progress: { kind: 'waiting' } } : upload,
      ),
    );
    startNext();
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

  /** Queues files under ids of the caller's choice. */
  function queue(files: readonly { id: string; file: File }[]): Upload[] {
    const added = files.map(({ id, file }): Upload => {
      const refusal = doors.refuse(file);
      const progress: Progress = refusal === undefined ? { kind: 'waiting' } : { kind: 'failed', text: refusal };
      return { id, file, preview: URL.createObjectURL(file), progress };
    });
    publish([...uploads, ...added]);
    startNext();
    return added.filter(({ progress }) => progress.kind === 'waiting');
  }

  return {
    all: (): readonly Upload[] => uploads,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Queues files; what can be refused without sending is refused at once. Gives the queued uploads. */
    add: (files: readonly File[]): Upload[] => queue(files.map((file) => ({ id: doors.newId(), file }))),
    /** Queues files that waited on this device, under the ids they had. */
    again: queue,
    /** Says why a file would be lost with this page. */
    warn: (id: string, risk: string): void => put(id, { risk }),
    /** Begins nothing new for as long as it is held. */
    hold(held: boolean): void {
      isHeld = held;
      startNext();
    },
    /** The network is back, somebody signed in again, or asks for another try. */
    goOn,
    /** Takes an upload off the list, and stops it when it is under way. A photo already in the text stays there. */
    remove,
    stop(): void {
      isHeld = true;
      clearTimeout(timer);
      for (const controller of running.values()) controller.abort();
      listeners.clear();
    },
  };
}

/** 3, 6, 12 … at most 60 seconds, in milliseconds. */
function patience(failures: number): number {
  return Math.min(60_000, 1500 * 2 ** failures);
}
