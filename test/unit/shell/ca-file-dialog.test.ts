import { expect, test, vi } from 'vitest';
import { ok } from '../../../shared/model/sync-error.ts';

vi.mock('electron', () => ({ dialog: {} }));
const { caFileCalls } = await import('../../../electron/shell/ca-file-dialog.ts');

const WINDOW = {} as never;

function calls(chosen: string | null) {
  const update = vi.fn(async () => ok({} as never));
  return { update, ...caFileCalls({ 'settings.update': update }, async () => chosen)(WINDOW) };
}

test('only a file that a person named in the dialog becomes one of authorities', async () => {
  const { update, ...page } = calls('/etc/company.pem');
  expect(await page['settings.update']({ caFile: '/etc/company.pem' })).toMatchObject({ ok: false });
  expect(await page['network.chooseCaFile'](null)).toEqual(ok('/etc/company.pem'));
  expect(await page['settings.update']({ caFile: '/home/ann/.openclaw/docs/a.pem' })).toMatchObject({
    ok: false,
  });
  expect(update).not.toHaveBeenCalled();
  expect(await page['settings.update']({ caFile: '/etc/company.pem' })).toMatchObject({ ok: true });
});

test('none, and every other setting, needs no dialog', async () => {
  const { update, ...page } = calls(null);
  expect(await page['network.chooseCaFile'](null)).toEqual(ok(null));
  await page['settings.update']({ caFile: null });
  await page['settings.update']({ intervalSeconds: 60 });
  expect(update.mock.calls).toEqual([[{ caFile: null }], [{ intervalSeconds: 60 }]]);
});
