import { RedeemForm } from '#components/newsroom/redeem-form.tsx';
import { signInPath } from '#lib/urls.ts';
import { redeemAction } from './actions.ts';

export const metadata = { title: 'Tentukan kata sandi' };

export default function RedeemPage() {
  return (
    <div className="door stack">
      <h1>Tentukan kata sandi</h1>
      <p>Masukkan kode undangan atau kode atur ulang dari admin. Setiap kode berlaku 24 jam dan hanya sekali.</p>
      <RedeemForm action={redeemAction} />
      <p className="small muted">
        Sudah punya kata sandi? <a href={signInPath}>Masuk</a>.
      </p>
    </div>
  );
}
