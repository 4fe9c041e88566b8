import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { type Config, readConfig } from '#lib/config.ts';

/** A mail as it arrived: the envelope's address, the head in lower case, and the text as it is read. */
export type ArrivedMail = { to: string; headers: ReadonlyMap<string, string>; text: string; raw: string };

/** A real SMTP server on a port of its own. */
export type MailServerForTests = {
  port: number;
  /** For SMTP_URL. */
  url: string;
  arrived: ArrivedMail[];
  close(): Promise<void>;
};

type Options = {
  /** 0: one that is free. */
  port?: number;
  /** Addresses it has no box for. */
  refuses?: readonly string[];
  /** Who must say who they are, and with what. */
  login?: { user: string; password: string };
};

export async function aMailServer({ port = 0, refuses = [], login }: Options = {}): Promise<MailServerForTests> {
  const arrived: ArrivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: login === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, answer) => {
      const isKnown = username === login?.user && password === login?.password;
      if (isKnown) answer(null, { user: username });
      else answer(new Error('Wrong name or password'));
    },
    onRcptTo: ({ address }, _session, answer) =>
      answer(refuses.includes(address) ? Object.assign(new Error('No such box'), { responseCode: 550 }) : null),
    onData: (stream, session, answer) => {
      text(stream).then(
        (raw) => {
          arrived.push(mailIn(raw, session.envelope.rcptTo[0]?.address ?? ''));
          answer();
        },
        (error: unknown) => answer(error instanceof Error ? error : new Error('The mail broke off.')),
      );
    },
  });
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const used = portOf(listening);
  const user = login === undefined ? '' : `${login.user}:${encodeURIComponent(login.password)}@`;
  return {
    port: used,
    url: `smtp://${user}127.0.0.1:${used}`,
    arrived,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The mail settings of an install whose mails go to this server. */
export function mailSettings(url: string): Config['mail'] {
  return readConfig({ SMTP_URL: url, MAIL_FROM: 'Warta Uji <redaksi@example.go.id>', DATA_DIR: '.data-test/mail' })
    .mail;
}

/** A server that takes connections and never says a word. */
export async function aSilentServer(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((socket) => void socket.on('error', () => socket.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(server)}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}

function mailIn(raw: string, to: string): ArrivedMail {
  const end = raw.indexOf('\r\n\r\n');
  const unfolded = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const headers = new Map(
    unfolded.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decodedWords(line.slice(colon + 1).trim())] as const;
    }),
  );
  const body = raw.slice(end + 4).replaceAll('\r\n', '\n');
  return { to, headers, raw, text: decodedBody(body, headers.get('content-transfer-encoding') ?? '7bit').trimEnd() };
}

function decodedBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? quotedPrintable(body.replaceAll('=\n', '')) : body;
}

/** `=?UTF-8?Q?…?=` and its Base64 sister, of RFC 2047. */
function decodedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedPrintable(word.replaceAll('_', ' ')),
    );
}

function quotedPrintable(encoded: string): string {
  const bytes = encoded.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
