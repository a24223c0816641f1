import { afterEach, expect, test } from 'vitest';
import { createGiipRemote } from '../../../electron/api/giip-remote.ts';
import { startGiipServer } from '../../../electron/rehearsal/giip-server.ts';
import { ok } from '../../../shared/model/sync-error.ts';
import { openTransport } from '../../giip-server/open-remote.ts';
import { systemClock } from '../../giip-server/system-clock.ts';

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

test('the rehearsal server and the client: what is pushed is pulled again, digit for digit', async () => {
  const server = await startGiipServer({ token: 'sk-rehearsal' });
  const transport = openTransport();
  opened.push(transport, server);
  const remote = createGiipRemote({
    apiUrl: server.url,
    lssn: 7,
    token: async () => ok('sk-rehearsal'),
    clock: systemClock,
    transport,
  });
  const config = {
    section: 'config',
    wire: 'a.json',
    text: '{ "n": 12345678901234567890, "e": 1e400 }',
  } as const;
  const doc = { section: 'doc', wire: 'docs/가.md', text: '\ufeff한국어\r\n😀\n' } as const;

  expect(await remote.push([config, doc])).toEqual({ accepted: [config, doc], refused: [] });
  const pulled = await remote.pull({});

  expect(pulled).toMatchObject({
    ok: true,
    value: {
      config: { state: 'items', items: [{ wire: 'a.json', text: config.text }], rejected: [] },
      doc: { state: 'items', items: [{ wire: 'docs/가.md', text: doc.text }], rejected: [] },
    },
  });
  expect(remote.requests()).toBe(2);
});
