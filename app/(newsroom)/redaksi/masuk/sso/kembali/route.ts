import { returnFromProvider } from '#lib/web/provider-sign-in.ts';

export const dynamic = 'force-dynamic';

export { returnFromProvider as GET };
