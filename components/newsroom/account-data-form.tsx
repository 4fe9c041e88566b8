import { accountDataPath } from '#lib/urls.ts';

/** Asks for everything kept about an account, as a file: one's own unless another is named. */
export function AccountDataForm({ userId, note }: { userId?: string; note: string }) {
  return (
    <form action={accountDataPath} method="post" className="stack">
      {userId !== undefined && <input type="hidden" name="userId" value={userId} />}
      <p>{note}</p>
      <div className="row">
        <button type="submit" className="button">
          Unduh data akun
        </button>
      </div>
    </form>
  );
}
