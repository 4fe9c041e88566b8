import { Marks, Moment } from '#components/article/story.tsx';
import { phoneAddress } from '#lib/newsroom/reader-lines.ts';
import type { AgencyPage } from '#lib/newsroom/reader-shapes.ts';
import { agencyDocumentsPath, articlePath, kindPaths, readerPath } from '#lib/urls.ts';
import { StripHeading } from './front-strips.tsx';

/** What an agency does, who leads it and how to reach it, and what it released. */
export function AgencyAbout({ page, timeZone }: { page: AgencyPage; timeZone: string }) {
  const { agency, profile, releases, hasDocuments } = page;
  const { headName, headTitle, address, phone, email } = agency;
  return (
    <>
      {profile !== null && (
        <p className="standfirst">
          {profile.lead} <a href={readerPath(profile)}>Profil lengkap</a>
        </p>
      )}
      {headName !== '' && (
        <p className="agency-head">
          {headTitle !== '' && <span className="quiet">{headTitle}: </span>}
          <b>{headName}</b>
        </p>
      )}
      {(address !== '' || phone !== '' || email !== '') && (
        <address className="agency-contact">
          {address !== '' && <span>{address}</span>}
          {phone !== '' && <a href={phoneAddress(phone)}>{phone}</a>}
          {email !== '' && <a href={`mailto:${email}`}>{email}</a>}
        </address>
      )}
      {hasDocuments && (
        <p>
          <a className="onward" href={agencyDocumentsPath(agency.slug)}>
            Dokumen
          </a>
        </p>
      )}
      {releases.length > 0 && (
        <section className="strip agency-releases" aria-labelledby="siaran-pers-opd">
          <StripHeading id="siaran-pers-opd" title="Siaran pers" path={kindPaths.press_release} />
          <ul>
            {releases.map((card) => (
              <li key={card.slug}>
                <a href={articlePath(card.slug)}>{card.title}</a>
                <span className="quiet">
                  <Moment at={card.firstPublishedAt} timeZone={timeZone} /> <Marks card={card} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
