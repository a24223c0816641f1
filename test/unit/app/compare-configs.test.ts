import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { compareConfigs } from '../../../electron/app/compare-configs.ts';
import { createSecretScanner } from '../../../electron/secrets/secret-scanner.ts';
import { redactSecrets } from '../../../electron/stores/redact-secrets.ts';
import { createNodeWorkspace } from '../../../electron/workspace/node-workspace.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';

const ports = {
  workspace: (root: string) => createNodeWorkspace({ root }),
  scanner: (token: string | null) => createSecretScanner({ isOn: () => true, token: async () => token }),
  redact: redactSecrets,
};

type Files = Readonly<Record<string, string | Buffer>>;

function folderOf(files: Files): string {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries({ 'docs/never.md': 'not a config', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function compared(left: Files, right: Files, token: string | null = null) {
  const sides = [left, right].map((files) => ({ workspace: folderOf(files), token }));
  const found = await compareConfigs(ports, sides[0] as never, sides[1] as never);
  if (!found.ok) throw new Error(found.error.code);
  return found.value.configs;
}

test('equal by meaning, different, and only in one', async () => {
  const configs = await compared(
    { 'configs/a.json': '{"a":1, "b":[1,2]}', 'configs/b.json': '{"x":1}', 'configs/c.json': '{}' },
    {
      'configs/a.json': '\ufeff{ "b": [1, 2],\r\n "a": 1.0 }',
      'configs/b.json': '{"x":2,"y":null}',
      'configs/d.json': '{}',
    },
  );
  expect(configs).toEqual([
    { path: 'configs/a.json', state: 'equal', keys: [], more: 0 },
    {
      path: 'configs/b.json',
      state: 'different',
      keys: [
        { key: ['x'], left: '1', right: '2' },
        { key: ['y'], left: null, right: 'null' },
      ],
      more: 0,
    },
    { path: 'configs/c.json', state: 'onlyLeft', keys: [], more: 0 },
    { path: 'configs/d.json', state: 'onlyRight', keys: [], more: 0 },
  ]);
});

test('documents are not walked through: there may be thousands', async () => {
  const asked: unknown[] = [];
  const workspace = (root: string) => {
    const folder = createNodeWorkspace({ root });
    const list: typeof folder.list = (places) => {
      asked.push(places);
      return folder.list(places);
    };
    return { ...folder, list };
  };
  const side = { workspace: folderOf({ 'configs/a.json': '{}' }), token: null };
  const found = await compareConfigs({ ...ports, workspace }, side, side);
  expect(found).toMatchObject({ value: { configs: [{ path: 'configs/a.json', state: 'equal' }] } });
  expect(asked).toEqual([['configs'], ['configs']]);
});

test('what is no JSON differs without keys; what cannot be read is said to be so', async () => {
  const configs = await compared(
    { 'configs/broken.json': '{"a":', 'configs/bytes.json': Buffer.from([0xff, 0xfe, 0x00, 0xd8]) },
    { 'configs/broken.json': '{"a":1}', 'configs/bytes.json': '{}' },
  );
  expect(configs.map(({ path, state, keys }) => [path, state, keys.length])).toEqual([
    ['configs/broken.json', 'different', 0],
    ['configs/bytes.json', 'unreadable', 0],
  ]);
});

test('no secret gets out: by its look, by the name of its key, and the Agent Token itself', async () => {
  const github = `ghp_${'A1b2C3d4'.repeat(4)}abcd`;
  const token = 'sk-agent-0123456789';
  const configs = await compared(
    {
      'configs/a.json': JSON.stringify({
        url: `https://x/${github}`,
        password: 'p',
        note: `see ${token}`,
        n: 1,
      }),
    },
    { 'configs/a.json': JSON.stringify({ url: 'https://x/', password: 'q', note: 'see', n: 2 }) },
    token,
  );
  const said = JSON.stringify(configs);
  for (const secret of [github, token, '"p"', '\\"p\\"', '\\"q\\"']) expect(said).not.toContain(secret);
  expect(configs[0]?.keys.map(({ key, left }) => `${key} ${left}`)).toEqual([
    'url "https://x/••••••"',
    'password "••••••"',
    'note "see ••••••"',
    'n 1',
  ]);
});

test('very long values and very many keys are cut', async () => {
  const many = (value: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`k${at}`, value])));
  const configs = await compared(
    { 'configs/long.json': JSON.stringify({ a: 'x'.repeat(5000) }), 'configs/many.json': many(1) },
    { 'configs/long.json': '{"a":""}', 'configs/many.json': many(2) },
  );
  expect(configs[0]?.keys[0]?.left?.length).toBeLessThan(700);
  expect(configs[1]).toMatchObject({ more: 50 });
  expect(configs[1]?.keys).toHaveLength(200);
});

test('a folder that is not there is an error', async () => {
  const there = { workspace: folderOf({}), token: null };
  const gone = { workspace: join(there.workspace, 'gone'), token: null };
  expect(await compareConfigs(ports, there, gone)).toMatchObject({
    ok: false,
    error: { code: 'workspace-missing' },
  });
});
