import { phoneAddress } from '#lib/newsroom/reader-lines.ts';
import type { AgencyPage } from '#lib/newsroom/reader-shapes.ts';

/** What an agency does and how to reach it. */
export function AgencyAbout({ agency }: { agency: AgencyPage['agency'] }) {
  const { headName, headTitle, address, phone, email } = agency;
  return (
    <>
      {headName !== '' && (
        <p className="agency-head">
          {headTitle !== '' && `${headTitle}: `}
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
    </>
  );
}
