import { authEndpoint } from '#lib/web/auth-endpoint.ts';

export const dynamic = 'force-dynamic';

export { authEndpoint as GET, authEndpoint as POST };
