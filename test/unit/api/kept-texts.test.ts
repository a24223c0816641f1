import { expect, onTestFinished, test } from 'vitest';
import type { KeepText } from '../../../electron/sync/ports.ts';
import { StateWriteError } from '../../../electron/sync/state-write-error.ts';
import { contentId } from '../../../electron/workspace/content-id.ts';
import { openRemote } from '../../giip-server/open-remote.ts';
import { startTestGiip } from '../../giip-server/start-test-giip.ts';

async function opened() {
  const giip = await startTestGiip();
  const remote = openRemote(giip.url);
  onTestFinished(() => giip.close());
  onTestFinished(() => remote.close());
  const handed: string[] = [];
  const keep: KeepText = (section, wire, text) => {
    handed.push(`${section} ${wire} ${text}`);
    return { id: contentId(text), meaning: 'm' };
  };
  return { giip, remote, handed, keep };
}

test('each text is handed over once, and the answer holds none of them', async () => {
  const { remote, handed, keep } = await opened();
  await remote.push([
    { section: 'config', wire: 'a.json', text: '{"a":1.50}' },
    { section: 'doc', wire: 'docs/a.md', text: 'é\n' },
  ]);
  const answer = await remote.pull({}, keep);
  expect(handed).toEqual(['config a.json {"a":1.50}', 'doc docs/a.md é\n']);
  expect(answer).toMatchObject({
    ok: true,
    value: {
      config: { items: [{ wire: 'a.json', text: '', heard: { id: contentId('{"a":1.50}') } }] },
      doc: { items: [{ wire: 'docs/a.md', text: '', heard: { id: contentId('é\n') } }] },
    },
  });
});

test('what fails while a text is kept is told as itself, not as a fault of the network', async () => {
  const { remote } = await opened();
  await remote.push([{ section: 'doc', wire: 'docs/a.md', text: 'text\n' }]);
  const full = new StateWriteError({ code: 'disk-full' });
  const pulled = remote.pull({}, () => {
    throw full;
  });
  await expect(pulled).rejects.toBe(full);
});
