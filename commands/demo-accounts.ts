import { demoAccounts, demoPassword } from '#db/demo/people.ts';
import { say } from './say.ts';

/** Lists the accounts of the demo: what each may do, and with what to sign in. */
export function tellDemoAccounts(): void {
  const width = Math.max(...demoAccounts.map(({ email }) => email.length));
  say(`Akun contoh, semua dengan kata sandi ${demoPassword}:`);
  for (const { email, name, label } of demoAccounts) say(`  ${email.padEnd(width)}  ${name}, ${label}`);
}
