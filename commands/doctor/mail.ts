import { randomUUID } from 'node:crypto';
import type { Config } from '#lib/config.ts';
import { mailId } from '#lib/ids.ts';
import { greet, handOver } from '#lib/mail/smtp.ts';
import type { Check } from '#lib/operations/system-checks.ts';

const about = { name: 'mail_server', title: 'Peladen surel' };
const todo = 'Periksa SMTP_URL (alamat, pintu, TLS, nama, sandi) dan apakah peladen ini boleh menghubunginya.';

/**
 * Greets the mail server, with TLS and sign-in as it is set, and sends nothing, unless there is somebody to send to.
 *
 * @param to the address of a mail for trial
 */
export async function mailChecks(
  { mail, publicUrl }: Pick<Config, 'mail' | 'publicUrl'>,
  to?: string,
): Promise<Check[]> {
  // That none is set stands among the system's own checks.
  if (mail === null) return [];
  if (to !== undefined) return [await trial(mail, publicUrl.hostname, to)];
  const refusal = await greet(mail.server);
  if (refusal !== undefined) return [{ ...about, standing: 'wrong', text: refusal.text, todo }];
  return [
    { ...about, standing: 'well', text: `Menjawab${mail.server.tls === 'none' ? ', tanpa TLS' : ' dengan TLS'}.` },
  ];
}

async function trial(mail: NonNullable<Config['mail']>, domain: string, to: string): Promise<Check> {
  const letter = {
    ...{ id: mailId.parse(randomUUID()), recipient: to, subject: 'Surel uji dari npm run doctor', headers: {} },
    body: 'Bila Anda membacanya, peladen surel Ruang Warta bekerja.',
  };
  const refusal = await handOver(letter, mail, domain);
  if (refusal === undefined) return { ...about, standing: 'well', text: 'Menerima surel uji. Periksa kotak masuknya.' };
  return { ...about, standing: 'wrong', text: refusal.text, todo };
}
