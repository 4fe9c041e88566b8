import { providerStanding } from '#lib/accounts/sign-in-provider.ts';
import type { Config } from '#lib/config.ts';
import type { Check } from '#lib/operations/system-checks.ts';

/** Asks the provider of sign-ins to describe itself, as the sign-in page does. Nothing where none is set. */
export async function providerChecks({ signInProvider: provider }: Pick<Config, 'signInProvider'>): Promise<Check[]> {
  if (provider === null) return [];
  const about = { name: 'sign_in_provider', title: 'Penyedia identitas' };
  const factors = provider.isTrustedForFactors ? ' Langkah keduanya dipercaya.' : '';
  if ((await providerStanding(provider)).isThere) return [{ ...about, standing: 'well', text: `Menjawab.${factors}` }];
  const text = `${provider.issuer.href} tidak menjawab sebagaimana penyedia OpenID Connect. Kata sandi tetap bisa dipakai.`;
  const todo =
    'Buka alamat itu ditambah /.well-known/openid-configuration dari peladen ini: issuer di dalamnya harus persis OIDC_ISSUER, semua alamatnya https, dan sertifikatnya dipercaya (NODE_EXTRA_CA_CERTS untuk CA sendiri).';
  return [{ ...about, standing: 'wrong', text, todo }];
}
