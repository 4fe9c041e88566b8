import { z } from 'zod';
import '#lib/zod-in-browser.ts';

const refusal = z.object({ text: z.string(), issues: z.array(z.object({ text: z.string() })).default([]) });

/** Sends the facts of uploaded files. Gives null when they were taken, else what to tell the person. */
export async function sendFacts(path: string, assets: readonly object[]): Promise<string | null> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ assets }),
    });
    if (response.ok) return null;
    const said = refusal.safeParse(await response.json());
    return said.success ? (said.data.issues[0]?.text ?? said.data.text) : lost;
  } catch {
    // No network, or a page of a proxy: the words stay where they were typed.
    return lost;
  }
}

const lost = 'Keterangan belum tersimpan karena sambungan terputus. Isian Anda masih ada; simpan lagi.';
