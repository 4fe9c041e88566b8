'use client';

import { Dialog } from '#components/ui/dialog.tsx';
import { queueKeys } from './use-queue-keys.ts';

/** The keys of the queue, and the switch for those that are a single letter. */
export function KeysWindow({
  areOn,
  onSwitch,
  onClose,
}: {
  areOn: boolean;
  onSwitch: (areOn: boolean) => void;
  onClose: () => void;
}) {
  return (
    <Dialog isOpen title="Pintasan papan tombol" onClose={onClose}>
      <dl className="queue-keys">
        {queueKeys.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && ' atau '}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="choice">
        <input type="checkbox" checked={areOn} onChange={(event) => onSwitch(event.target.checked)} />
        Pintasan satu huruf aktif di perangkat ini
      </label>
      <p className="small muted">
        Pintasan tidak bekerja selagi Anda mengetik. Matikan bila mengganggu pembaca layar atau perintah suara.
      </p>
    </Dialog>
  );
}
