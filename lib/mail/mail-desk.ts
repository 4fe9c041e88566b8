import { and, count, desc, eq, exists, gte, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { mails, memberships } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { requireAnyAdmin } from '#lib/accounts/administration.ts';
import { now } from '#lib/clock.ts';
import { config, newsroomOrigin } from '#lib/config.ts';
import { conflict, notFound } from '#lib/errors.ts';
import type { MailId, PortalId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { type MailKind, mailKindLabels } from './mail-kinds.ts';
import { askForDelivery, sendMail } from './outbox.ts';

/** A mail as admins see it: what it is and what became of it, never what it says. */
export type MailRow = {
  id: MailId;
  kindLabel: string;
  recipient: string;
  createdAt: Date;
  attempts: number;
  failure: string;
};

/** How mail stands in this install. */
export type MailDesk = {
  /** Where mails go; null: nothing is set. No name and no password. */
  server: { address: string; tls: string; from: string } | null;
  sentToday: number;
  waiting: number;
  /** Tried in vain, and tried again by itself. */
  retried: MailRow[];
  /** Given up: an admin decides. */
  failed: MailRow[];
};

const shown = 50;
const dayMilliseconds = 86_400_000;
const tlsWords = { from_the_start: 'TLS sejak awal', required: 'STARTTLS wajib', none: 'tanpa TLS' } as const;

/**
 * The state of mail, for admins: of people of their portals, and of nobody in particular.
 *
 * @throws not_found for everyone else
 */
export async function mailDesk(actor: Actor): Promise<MailDesk> {
  const mine = ofPortals(requireAnyAdmin(actor));
  const { mail } = config();
  const unsent = and(mine, isNull(mails.sentAt));
  const [[sent], [waiting], retried, failed] = await Promise.all([
    database()
      .select({ count: count() })
      .from(mails)
      .where(and(mine, gte(mails.sentAt, new Date(now().getTime() - dayMilliseconds)))),
    database()
      .select({ count: count() })
      .from(mails)
      .where(and(unsent, isNull(mails.failedAt))),
    rowsWhere(and(unsent, isNull(mails.failedAt), isNotNull(mails.failure))),
    rowsWhere(and(unsent, isNotNull(mails.failedAt))),
  ]);
  return {
    server:
      mail === null
        ? null
        : {
            address: `${mail.server.host}:${mail.server.port}`,
            tls: tlsWords[mail.server.tls],
            from: mail.from.name === '' ? mail.from.address : `${mail.from.name} <${mail.from.address}>`,
          },
    sentToday: sent?.count ?? 0,
    waiting: waiting?.count ?? 0,
    retried,
    failed,
  };
}

/**
 * Tries a failed mail again, from its first attempt.
 *
 * @throws not_found for a mail that is not this admin's, conflict for one that is under way or sent
 */
export async function sendAgain(actor: Actor, { mailId }: { mailId: MailId }): Promise<void> {
  const portals = requireAnyAdmin(actor);
  return transaction(async (tx) => {
    const [mail] = await tx
      .select()
      .from(mails)
      .where(and(eq(mails.id, mailId), ofPortals(portals)))
      .for('update');
    if (mail === undefined) throw notFound('mail');
    if (mail.failedAt === null) throw conflict('Surel ini sudah terkirim atau sedang dicoba. Muat ulang halaman.');
    await tx.update(mails).set({ failedAt: null, failure: null, attempts: 0 }).where(eq(mails.id, mailId));
    await askForDelivery(tx, mailId);
    await recordEvent(tx, {
      ...{ portalId: portals[0] ?? null, actorId: actor.userId, actorRole: 'admin', verb: 'resend_mail' },
      ...(mail.userId === null ? {} : { subjectId: mail.userId }),
      detail: { mailId, kind: mail.kind },
    });
  });
}

/**
 * Sends the admin a mail, to see whether mail works: at most one a minute.
 *
 * @throws conflict when no mail server is set
 */
export async function sendTestMail(actor: Actor): Promise<void> {
  const [portalId] = requireAnyAdmin(actor);
  return transaction(async (tx) => {
    const minute = Math.floor(now().getTime() / 60_000);
    const isQueued = await sendMail(tx, {
      ...{ kind: 'test', onceKey: `test:${actor.userId}:${minute}`, userId: actor.userId, recipient: actor.email },
      subject: 'Surel uji dari Ruang Warta',
      body: [
        'Surel ini Anda minta sendiri di halaman Surel pada Administrasi.',
        'Bila Anda membacanya, peladen surel bekerja.',
        '',
        newsroomOrigin(),
      ].join('\n'),
    });
    if (!isQueued) throw conflict('Peladen surel belum disetel, jadi tidak ada yang dikirim.');
    await recordEvent(tx, {
      ...{ portalId: portalId ?? null, actorId: actor.userId, actorRole: 'admin', verb: 'send_test_mail' },
    });
  });
}

/** Mails to people who have or had a role in these portals, and those to nobody's account. */
function ofPortals(portals: readonly PortalId[]) {
  const belongs = database()
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.userId, mails.userId), inArray(memberships.portalId, [...portals])));
  return or(isNull(mails.userId), exists(belongs));
}

async function rowsWhere(where: ReturnType<typeof and>): Promise<MailRow[]> {
  const rows = await database().select().from(mails).where(where).orderBy(desc(mails.createdAt)).limit(shown);
  return rows.map(({ id, kind, recipient, createdAt, attempts, failure }) => ({
    ...{ id, recipient, createdAt, attempts, failure: failure ?? '' },
    kindLabel: isMailKind(kind) ? mailKindLabels[kind] : kind,
  }));
}

function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(mailKindLabels, kind);
}
