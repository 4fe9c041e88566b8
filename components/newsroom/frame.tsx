'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import type { FormAction } from '#lib/action-state.ts';
import type { roleLabels } from '#lib/newsroom/labels.ts';
import { readsReports } from '#lib/reports/report-readers.ts';
import {
  accountPath,
  adminOperationsPath,
  adminPath,
  adminRolesPath,
  auditTrailPath,
  coachingPath,
  deskPath,
  editorialCalendarPath,
  frontDeskPath,
  helpListPath,
  libraryPath,
  linkRegisterPath,
  notificationsPath,
  pressContactsPath,
  publishedListPath,
  queuePath,
  registerPath,
  reportsPath,
} from '#lib/urls.ts';
import { LiveSignals } from './live/live-signals.tsx';
import { NewArticle } from './new-article.tsx';
import { UnreadCount, useUnread } from './notifications/unread-count.tsx';
import { keepOffline, rememberAccount } from './offline.ts';
import { PassedMessage } from './passed-message.tsx';
import { SignOut } from './sign-out.tsx';

export type FrameProps = {
  person: { userId: string; name: string };
  portalName: string;
  roles: readonly (keyof typeof roleLabels)[];
  /** Where this person may begin an article. */
  agencies: readonly { id: string; name: string }[];
  /** How much this person was told and has not read, when the page was made. */
  unreadNews: number;
  createArticle: FormAction;
  signOut: FormAction;
  children: ReactNode;
};

type Place = { href: string; name: string; icon: IconName; unread?: number };

/** Around every signed-in page: a rail at the left, on a phone a bar at the lower edge. All of it hears what changes. */
export function Frame(props: FrameProps) {
  return (
    <LiveSignals userId={props.person.userId}>
      <Rail {...props} />
    </LiveSignals>
  );
}

function Rail({ person, portalName, roles, agencies, unreadNews, createArticle, signOut, children }: FrameProps) {
  const path = usePathname();
  const unread = useUnread(unreadNews);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    rememberAccount(person.userId);
    void keepOffline();
  }, [person.userId]);
  // The editor needs the whole height of a phone: there its own head leads back.
  const isEditor = /^\/redaksi\/naskah\/[^/]+$/.test(path);
  const places: Place[] = [
    { href: deskPath, name: 'Meja saya', icon: 'desk' },
    { href: queuePath, name: 'Antrean', icon: 'queue' },
    { href: publishedListPath, name: 'Terbit', icon: 'published' },
  ];
  const further: Place[] = [
    { href: notificationsPath, name: 'Pemberitahuan', icon: 'bell', unread },
    ...libraryOf(roles),
    ...frontDeskOf(roles),
    ...calendarOf(roles),
    ...pressOf(roles),
    ...linksOf(roles),
    ...registerOf(roles),
    ...coachingOf(roles),
    ...reportsOf(roles),
    ...administrationOf(roles),
    ...auditTrailOf(roles),
    { href: helpListPath, name: 'Bantuan', icon: 'help' },
    { href: accountPath, name: person.name, icon: 'person' },
  ];

  return (
    <div className={isEditor ? 'frame frame-editor' : 'frame'}>
      <header className="rail">
        <p className="rail-name">{portalName}</p>
        <nav aria-label="Ruang redaksi" className="rail-nav">
          <ul className="rail-places">
            {places.map((place) => (
              <li key={place.href}>
                <RailLink place={place} path={path} />
              </li>
            ))}
            {agencies.length > 0 && (
              <li>
                <NewArticle agencies={agencies} createArticle={createArticle} />
              </li>
            )}
          </ul>
          <button
            type="button"
            className="rail-item rail-more"
            aria-expanded={isOpen}
            aria-controls="lainnya"
            onClick={() => setIsOpen(!isOpen)}
          >
            <Icon name="more" /> Lainnya
            <UnreadCount unread={unread} />
          </button>
          <ul id="lainnya" className={isOpen ? 'rail-further rail-further-open' : 'rail-further'}>
            {further.map((place) => (
              <li key={place.href}>
                <RailLink place={place} path={path} />
              </li>
            ))}
            <li>
              <SignOut userId={person.userId} signOut={signOut} />
            </li>
          </ul>
        </nav>
      </header>
      <main id="isi" tabIndex={-1}>
        <PassedMessage />
        {children}
      </main>
    </div>
  );
}

/** A plain link: every page of the newsroom is read anew, and leaving an editor is leaving its page. */
function RailLink({ place, path }: { place: Place; path: string }) {
  const isHere = place.href === deskPath ? path === deskPath : path === place.href || path.startsWith(`${place.href}/`);
  return (
    <a className="rail-item" href={place.href} aria-current={isHere ? 'page' : undefined}>
      <Icon name={place.icon} /> {place.name}
      <UnreadCount unread={place.unread ?? 0} />
    </a>
  );
}

function libraryOf(roles: FrameProps['roles']): Place[] {
  const isOfAdministration = roles.every((role) => role === 'admin');
  return isOfAdministration ? [] : [{ href: libraryPath, name: 'Pustaka media', icon: 'library' }];
}

function frontDeskOf(roles: FrameProps['roles']): Place[] {
  const isOfTheDesk = roles.includes('editor') || roles.includes('managing_editor');
  return isOfTheDesk ? [{ href: frontDeskPath, name: 'Halaman depan', icon: 'front' }] : [];
}

function calendarOf(roles: FrameProps['roles']): Place[] {
  return roles.length === 0 ? [] : [{ href: editorialCalendarPath, name: 'Kalender redaksi', icon: 'calendar' }];
}

function pressOf(roles: FrameProps['roles']): Place[] {
  const isOfTheDesk = roles.includes('editor') || roles.includes('managing_editor') || roles.includes('auditor');
  return isOfTheDesk ? [{ href: pressContactsPath, name: 'Wartawan', icon: 'press' }] : [];
}

function linksOf(roles: FrameProps['roles']): Place[] {
  const keeps = roles.includes('editor') || roles.includes('managing_editor') || roles.includes('admin');
  return keeps ? [{ href: linkRegisterPath, name: 'Tautan keluar', icon: 'links' }] : [];
}

function registerOf(roles: FrameProps['roles']): Place[] {
  return roles.length === 0 ? [] : [{ href: registerPath, name: 'Daftar rujukan', icon: 'register' }];
}

function coachingOf(roles: FrameProps['roles']): Place[] {
  const writes = roles.includes('contributor') || roles.includes('verifier');
  return writes ? [{ href: coachingPath, name: 'Catatan belajar', icon: 'coaching' }] : [];
}

function reportsOf(roles: FrameProps['roles']): Place[] {
  return readsReports(roles) ? [{ href: reportsPath, name: 'Laporan', icon: 'reports' }] : [];
}

function administrationOf(roles: FrameProps['roles']): Place[] {
  if (roles.includes('admin')) return [{ href: adminPath, name: 'Administrasi', icon: 'administration' }];
  if (roles.includes('managing_editor')) return [{ href: adminRolesPath, name: 'Peran', icon: 'administration' }];
  if (roles.includes('auditor')) return [{ href: adminOperationsPath, name: 'Keadaan sistem', icon: 'administration' }];
  return [];
}

/** Auditors read everything; who leads the desk or administers the portal, what concerns it. */
function auditTrailOf(roles: FrameProps['roles']): Place[] {
  const reads = roles.includes('auditor') || roles.includes('managing_editor') || roles.includes('admin');
  return reads ? [{ href: auditTrailPath, name: 'Jejak audit', icon: 'audit' }] : [];
}
