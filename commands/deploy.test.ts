import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoSettings, modeSetting } from '#lib/settings.ts';

const folder = 'deploy';
const read = (name: string) => readFile(join(folder, name), 'utf8');

/** Lines of a Dockerfile as instructions; a line that ends with a backslash goes on. */
function instructionsIn(text: string): { name: string; rest: string }[] {
  return text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', ...rest] = line.trim().split(/\s+/);
      return { name, rest: rest.join(' ') };
    });
}

test('the image is made of what is here, and runs as nobody in particular', async () => {
  const instructions = instructionsIn(await read('Dockerfile'));
  const copied = instructions
    .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
  expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  const letIn = (await read('Dockerfile.dockerignore')).split('\n').filter((line) => line.startsWith('!'));
  expect(copied.map((path) => `!${path.replace('./', '')}`).toSorted()).toEqual(letIn.toSorted());
  expect(instructions.filter(({ name }) => name === 'ADD')).toEqual([]);
  const last = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
  expect(last.filter(({ name }) => name === 'USER').map(({ rest }) => rest)).toEqual(['10001:10001']);
  expect(last.find(({ name }) => name === 'ENTRYPOINT')?.rest).toContain('server.ts');
  // An image without a version is another one tomorrow.
  for (const { rest } of instructions.filter(({ name }) => name === 'FROM')) expect(rest).toMatch(/:[a-z0-9]/);
});

test('the Node of the image is the one everything is tried with', async () => {
  const manifest = JSON.parse(await readFile('package.json', 'utf8'));
  expect(await read('Dockerfile')).toContain(`FROM node:${manifest.dependencies.node}-`);
});

test('the program that the services start is there, and may write only its data', async () => {
  for (const name of await readdir(join(folder, 'systemd'))) {
    const unit = await read(join('systemd', name));
    expect(unit).toMatch(/^ExecStart=\/opt\/ruang-warta\/node_modules\/\.bin\/node server\.ts( --role=%i)?$/m);
    for (const line of [
      ...['User=ruang-warta', 'ProtectSystem=strict', 'StateDirectory=ruang-warta', 'NoNewPrivileges=yes'],
      ...['KillSignal=SIGTERM', 'KillMode=mixed', 'CapabilityBoundingSet='],
    ])
      expect(unit.split('\n'), name).toContain(line);
    // Draining, requests and renders may take 3 + 15 + 15 seconds, and jobs 6.
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(39);
  }
});

test('the containers cannot write their program, gain rights, or be reached past nginx', async () => {
  const compose = await read('compose.yaml');
  for (const line of ['read_only: true', 'cap_drop: [ALL]', 'init: true', 'belakang: { internal: true }'])
    expect(compose).toContain(line);
  expect(compose).not.toContain('privileged: true');
  expect(compose.match(/ports: \[.*\]/g)).toEqual(['ports: ["443:443"]']);
  expect(Number(/stop_grace_period: (\d+)s/.exec(compose)?.[1])).toBeGreaterThan(39);
});

test('every setting that is written there is one of ours', async () => {
  const known = new Set([...Object.keys(demoSettings.shape), ...Object.keys(modeSetting.shape)]);
  const written = [
    ...(await read('produksi.env.contoh')).matchAll(/^([A-Z][A-Z0-9_]+)=/gm),
    ...(await readFile('.env.example', 'utf8')).matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm),
  ].map(([, name = '']) => name);
  expect(written.filter((name) => !known.has(name) && name !== 'CHROMIUM_PATH')).toEqual([]);
});

test('nginx sends what changes something only once, and keeps nothing of the newsroom', async () => {
  const recipe = await read('nginx.conf');
  expect(recipe).not.toContain('non_idempotent');
  const newsroom = [...recipe.matchAll(/^ {4}location (\/redaksi|\/api\/auth) \{([^}]*)\}/gm)];
  expect(newsroom.map(([, path]) => path)).toEqual(['/redaksi', '/api/auth']);
  for (const [, , rules = ''] of newsroom) expect(rules).not.toContain('proxy_cache');
});
