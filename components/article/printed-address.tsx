import { QrCode } from './qr-code.tsx';

/** On paper only: the address of the article, to be typed or scanned, for the notice board of a village office. */
export function PrintedAddress({ address }: { address: string }) {
  return (
    <div className="printed-address print-only">
      <QrCode text={address} label="Kode QR alamat artikel ini" />
      <p>
        Pindai kode ini atau buka <b>{address}</b> untuk membaca edisi terbaru.
      </p>
    </div>
  );
}
