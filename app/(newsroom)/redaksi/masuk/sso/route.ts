import { leaveForProvider } from '#lib/web/provider-sign-in.ts';

export const dynamic = 'force-dynamic';

export { leaveForProvider as GET };
