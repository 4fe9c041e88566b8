import { ApprovalSheet } from '#components/newsroom/review/approval-sheet.tsx';
import { config } from '#lib/config.ts';
import { articleId } from '#lib/ids.ts';
import { approvalSheet } from '#lib/newsroom/approval-sheet.ts';
import { checkCodeOf } from '#lib/newsroom/reader-lines.ts';
import { absolute, approvalSheetPath, checkCodePath, historyPath, originOfPortal, reviewPath } from '#lib/urls.ts';
import { type EditionAddress, editionInAddress } from '#lib/web/edition-address.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

/** Who signed an edition that readers have, or had, on one sheet of A4. */
export default async function ApprovalSheetPage({ params, searchParams }: EditionAddress) {
  const id = partOfPath(articleId, (await params).articleId);
  const number = editionInAddress(await searchParams);
  const actor = await requireActor(approvalSheetPath(id, number));
  const sheet = await orNotFound(approvalSheet(actor, id, number));
  const { origin } = originOfPortal(sheet.portal, config().publicUrl);
  return (
    <>
      <nav className="sheet-bar" aria-label="Lembar persetujuan">
        <a href={reviewPath(id, sheet.edition.number)}>← Tinjau naskah</a>
        <a href={historyPath(id)}>Riwayat lengkap</a>
        <span>Cetak lewat menu peramban, atau tekan Ctrl+P.</span>
      </nav>
      <ApprovalSheet sheet={sheet} address={absolute(origin, checkCodePath(checkCodeOf(sheet.contentHash)))} />
    </>
  );
}
