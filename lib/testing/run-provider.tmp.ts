import { startTestProvider } from './sign-in-provider.ts';
const p = await startTestProvider('http://127.0.0.1:4660', { port: 4661 });
console.log(JSON.stringify(p.settings));
