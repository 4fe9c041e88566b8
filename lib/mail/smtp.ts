import { createTransport } from 'nodemailer';
import type { MailId } from '#lib/ids.ts';
import type { MailSender, MailServer } from '#lib/settings.ts';

/** A mail as it goes out: plain text, to one person. */
export type Letter = {
  id: MailId;
  recipient: string;
  subject: string;
  body: string;
  headers: Readonly<Record<string, string>>;
};

/** Why a mail did not go out, and whether trying again is of use. */
export type DeliveryRefusal = { isFinal: boolean; text: string };

/**
 * Milliseconds: for a connection and the greeting on it, for silence later, and for the whole of one delivery. A
 * server that checks a mail before it takes it may be silent for long: whoever hangs up on it sends the mail twice.
 */
const patience = { connection: 10_000, silence: 20_000, whole: 60_000 };

/**
 * Hands one mail to the server: no files, no addresses are fetched for it, and it ends in time
 * whatever the server does.
 *
 * @param domain names the mail, the same each time, so that servers know a mail that comes twice
 * @returns undefined once the server has taken it
 */
export async function handOver(
  letter: Letter,
  { server, from }: { server: MailServer; from: MailSender },
  domain: string,
  limits = patience,
): Promise<DeliveryRefusal | undefined> {
  const transport = transportTo(server, limits);
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: letter.recipient },
      subject: letter.subject,
      text: letter.body,
      headers: { 'Auto-Submitted': 'auto-generated', ...letter.headers },
      messageId: `<${letter.id}@${domain}>`,
      signal: AbortSignal.timeout(limits.whole),
    });
    return undefined;
  } catch (error) {
    return refusalIn(error);
  }
}

/**
 * Connects to the server with TLS and sign-in as it is set, and sends nothing.
 *
 * @returns undefined when it would take a mail
 */
export async function greet(server: MailServer): Promise<DeliveryRefusal | undefined> {
  const transport = transportTo(server, patience);
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return refusalIn(error);
  } finally {
    transport.close();
  }
}

function transportTo(server: MailServer, limits: typeof patience) {
  return createTransport({
    host: server.host,
    port: server.port,
    secure: server.tls === 'from_the_start',
    requireTLS: server.tls === 'required',
    ignoreTLS: server.tls === 'none',
    ...(server.login === null ? {} : { auth: { user: server.login.user, pass: server.login.password } }),
    connectionTimeout: limits.connection,
    greetingTimeout: limits.connection,
    dnsTimeout: limits.connection,
    socketTimeout: limits.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** What a failure means, for the admin who reads it. The server's own answer is kept, without line breaks. */
function refusalIn(error: unknown): DeliveryRefusal {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const response =
    error instanceof Error && 'response' in error && typeof error.response === 'string' ? error.response : '';
  const isRefused = error instanceof Error && 'permanent' in error && error.permanent === true;
  const answer = response.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const text = sentences[code] ?? 'Peladen surel tidak menerima surel ini.';
  return {
    // A wrong password concerns every mail, and is put right in the configuration.
    isFinal: isRefused && (code === 'EENVELOPE' || code === 'EMESSAGE'),
    text: (answer === '' ? text : `${text} Jawabannya: ${answer}`).slice(0, 300),
  };
}

const sentences: Readonly<Record<string, string>> = {
  ECONNECTION: 'Sambungan ke peladen surel terputus.',
  ESOCKET: 'Peladen surel tidak dapat dihubungi.',
  EDNS: 'Nama peladen surel tidak dikenal.',
  ETIMEDOUT: 'Peladen surel tidak menjawab pada waktunya.',
  EABORT: 'Peladen surel tidak menjawab pada waktunya.',
  ETLS: 'Sambungan aman (TLS) ke peladen surel gagal.',
  EAUTH: 'Peladen surel menolak nama atau sandi kita.',
  EENVELOPE: 'Peladen surel menolak alamatnya.',
};
