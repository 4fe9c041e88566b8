import postgres from 'postgres';

/**
 * Changes the database the way somebody does who holds its owner's password: past the
 * application and past the triggers.
 */
export async function behindOurBack(url: string, statement: string, values: readonly string[] = []): Promise<void> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined });
  const tables = ['events', 'signatures', 'signature_voids', 'decision_notes', 'chain_heads'];
  try {
    for (const table of tables) await sql.unsafe(`alter table ${table} disable trigger user`);
    await sql.unsafe(statement, [...values]);
    for (const table of tables) await sql.unsafe(`alter table ${table} enable trigger user`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
