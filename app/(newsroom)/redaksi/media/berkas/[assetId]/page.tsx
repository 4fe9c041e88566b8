import type { Metadata } from 'next';
import { AssetScreen } from '#components/newsroom/media/asset-screen.tsx';
import { assetId } from '#lib/ids.ts';
import { assetPage } from '#lib/library/asset-page.ts';
import { libraryPortal } from '#lib/library/library.ts';
import { libraryAssetPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { describe, focus, prepareReplacement, restore, shareAsset, turn, withdraw } from '../../actions.ts';

export const metadata: Metadata = { title: 'Berkas pustaka' };

export default async function AssetPage({ params }: { params: Promise<{ assetId: string }> }) {
  const id = partOfPath(assetId, (await params).assetId);
  const actor = await requireActor(libraryAssetPath(id));
  const [asset, portal] = await orNotFound(Promise.all([assetPage(actor, id), libraryPortal(actor)]));
  return (
    <AssetScreen
      asset={asset}
      timeZone={portal.timeZone}
      actions={{ describe, focus, prepareReplacement, restore, share: shareAsset, turn, withdraw }}
    />
  );
}
