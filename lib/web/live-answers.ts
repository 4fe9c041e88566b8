import type { LiveSession } from '#lib/accounts/sessions.ts';
import { liveHub } from '#lib/live/hub.ts';

/** Characters that may wait for a page that does not take them: it has gone, or sleeps. */
const mostWaiting = 64_000;

/**
 * What an open page hears until it closes: `GET /redaksi/kabar-langsung`, as Server-Sent Events.
 *
 * 406 for whoever asks for anything else; 204, which says that there is nothing to hear for now, when there
 * are too many, or we are stopping.
 */
export function liveAnswer(session: LiveSession, request: Request): Response {
  if (!request.headers.get('accept')?.includes('text/event-stream')) return new Response(null, { status: 406 });
  const hub = liveHub();
  const line = newLine();
  const leave = hub?.join({ ...session, say: line.say, end: line.end });
  if (leave === undefined) return new Response(null, { status: 204 });
  void line.closed.then(leave);
  request.signal.addEventListener('abort', line.end);
  // Before anything happens, so that the page knows that it hears.
  line.say(': mendengarkan\n\n');
  return new Response(line.stream, {
    // nginx would keep the first signals until it has a few kilobytes of them.
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
  });
}

/** A stream of text that ends when its reader goes, stops taking, or is told to. */
function newLine() {
  const encoder = new TextEncoder();
  const closed = Promise.withResolvers<void>();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      cancel: () => {
        controller = undefined;
        closed.resolve();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  );
  const end = () => {
    controller?.close();
    controller = undefined;
    closed.resolve();
  };
  return {
    stream,
    closed: closed.promise,
    end,
    say: (text: string) => {
      controller?.enqueue(encoder.encode(text));
      if ((controller?.desiredSize ?? 1) <= 0) end();
    },
  };
}
