import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { database, transaction } from '#db/client.ts';
import { type MailChoice, mailChoices } from '#db/schema/enums.ts';
import { mailTimes, notificationChoices } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { conflict } from '#lib/errors.ts';
import { tick } from '#lib/input-parts.ts';
import { mailIsSetUp } from '#lib/mail/outbox.ts';
import { concerns, isChosen, type NewsKind, newsGroups, newsKindNames, newsKinds, usualMail } from './kinds.ts';
import { usualTimes } from './quiet-hours.ts';

/** How somebody is told, as the form shows it. */
export type MailSettingsView = {
  isSetUp: boolean;
  email: string;
  groups: { label: string; kinds: { kind: NewsKind; label: string; mail: MailChoice }[] }[];
  /** `07:00`; empty where there are no quiet hours. */
  quietFrom: string;
  quietUntil: string;
  digestAt: string;
  wantsDigest: boolean;
  version: number;
};

/** The person's own settings, or what holds without any. Only kinds they can be told of. */
export async function mailSettings(actor: Actor): Promise<MailSettingsView> {
  const [chosen, [times]] = await Promise.all([
    database().select().from(notificationChoices).where(eq(notificationChoices.userId, actor.userId)),
    database().select().from(mailTimes).where(eq(mailTimes.userId, actor.userId)),
  ]);
  const roles = actor.roles.map(({ role }) => role);
  const own = times ?? { ...usualTimes, digestOff: false, version: 0 };
  return {
    isSetUp: mailIsSetUp(),
    email: actor.email,
    groups: newsGroups.flatMap(({ label, kinds }) => {
      const mine = kinds.filter((kind) => isChosen(kind) && concerns(kind, roles));
      const rows = mine.map((kind) => ({
        kind,
        label: newsKinds[kind].label,
        mail: chosen.find((row) => row.kind === kind)?.mail ?? usualMail(kind, roles),
      }));
      return rows.length === 0 ? [] : [{ label, kinds: rows }];
    }),
    quietFrom: clock(own.quietFrom),
    quietUntil: clock(own.quietUntil),
    digestAt: clock(own.digestAt),
    wantsDigest: !own.digestOff,
    version: own.version,
  };
}

const time = (name: string) =>
  z
    .string(`${name} harus berupa jam.`)
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, `Tulis ${name.toLowerCase()} sebagai jam dan menit, misalnya 07:00.`)
    .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
const timeOrNone = (name: string) => z.union([z.literal('').transform(() => null), time(name)]);

const unknown = 'Pilihan ini tidak dikenali. Muat ulang halaman.';
/** A kind is chosen in the field `mail_<kind>`. */
const fieldStart = 'mail_';

/** The form: a choice for each kind it shows, and the times. */
export const mailSettingsInput = z.preprocess(
  withChoices,
  z
    .strictObject({
      choices: z.partialRecord(z.enum(newsKindNames, unknown), z.enum(mailChoices, unknown)),
      quietFrom: timeOrNone('Awal jam tenang'),
      quietUntil: timeOrNone('Akhir jam tenang'),
      digestAt: time('Jam rangkuman'),
      wantsDigest: tick,
      version: z.coerce.number('Muat ulang halaman.').int('Muat ulang halaman.').nonnegative('Muat ulang halaman.'),
    })
    .superRefine(({ quietFrom, quietUntil }, context) => {
      if ((quietFrom === null) === (quietUntil === null)) return;
      const message = 'Isi awal dan akhir jam tenang, atau kosongkan keduanya.';
      context.addIssue({ code: 'custom', path: [quietFrom === null ? 'quietFrom' : 'quietUntil'], message });
    }),
);

/** A form is flat: what was chosen for the kinds becomes one part of it. */
function withChoices(form: unknown): unknown {
  if (typeof form !== 'object' || form === null) return form;
  const entries = Object.entries(form);
  const isChoice = ([name]: [string, unknown]) => name.startsWith(fieldStart);
  const choices = entries.filter(isChoice).map(([name, way]) => [name.slice(fieldStart.length), way]);
  return {
    ...Object.fromEntries(entries.filter((entry) => !isChoice(entry))),
    choices: Object.fromEntries(choices),
  };
}

/**
 * Keeps how somebody wants to be told.
 *
 * @throws conflict when they changed it elsewhere since this version was read
 */
export function saveMailSettings(actor: Actor, input: z.output<typeof mailSettingsInput>): Promise<void> {
  return transaction(async (tx) => {
    const { userId } = actor;
    const times = {
      ...{ quietFrom: input.quietFrom, quietUntil: input.quietUntil, digestAt: input.digestAt },
      digestOff: !input.wantsDigest,
      version: input.version + 1,
    };
    const kept =
      input.version === 0
        ? await tx
            .insert(mailTimes)
            .values({ userId, ...times })
            .onConflictDoNothing()
            .returning()
        : await tx
            .update(mailTimes)
            .set(times)
            .where(and(eq(mailTimes.userId, userId), eq(mailTimes.version, input.version)))
            .returning();
    if (kept.length === 0)
      throw conflict('Pengaturan ini sudah diubah di tempat lain. Muat ulang halaman, lalu ulangi.');
    for (const kind of newsKindNames) {
      const mail = input.choices[kind];
      if (mail === undefined) continue;
      await tx
        .insert(notificationChoices)
        .values({ userId, kind, mail })
        .onConflictDoUpdate({ target: [notificationChoices.userId, notificationChoices.kind], set: { mail } });
    }
  });
}

function clock(minutes: number | null): string {
  if (minutes === null) return '';
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
