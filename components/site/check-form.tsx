import { checkPath } from '#lib/urls.ts';

/** Asks for the code of a text. */
export function CheckForm({ typed, fault }: { typed: string; fault?: string }) {
  return (
    <form className="ask" action={checkPath} method="get">
      <label htmlFor="kode">Kode keaslian</label>
      {fault !== undefined && (
        <p id="kode-salah" className="fault">
          {fault}
        </p>
      )}
      <div className="ask-row">
        <input
          id="kode"
          name="kode"
          defaultValue={typed}
          placeholder="3f2a 9c1b 77d0 41ee"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          {...(fault !== undefined && { 'aria-invalid': true, 'aria-describedby': 'kode-salah' })}
        />
        <button type="submit">Periksa</button>
      </div>
    </form>
  );
}
