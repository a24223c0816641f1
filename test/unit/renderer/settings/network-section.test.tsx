import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { NetworkState } from '../../../../shared/model/network-state.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../shared/model/settings.ts';
import { ok } from '../../../../shared/model/sync-error.ts';
import type { Answers } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { snapshot } from '../snapshots.ts';

afterEach(cleanup);

const DIRECT: NetworkState = {
  ways: [{ proxy: null, source: 'system' }],
  problem: null,
  user: 'none',
  caProblem: null,
};
const PROXY: NetworkState = { ...DIRECT, ways: [{ proxy: 'proxy.test:8080', source: 'system' }] };

async function openNetwork(network: NetworkState, answers: Answers = {}, settings: Partial<Settings> = {}) {
  let now: Settings = { ...DEFAULT_SETTINGS, ...settings };
  const window = openWindow('#settings?network', snapshot(), {
    'settings.get': () => ok(now),
    'settings.update': (change) => {
      now = { ...now, ...change };
      return ok(now);
    },
    'policy.get': () => ok({ keys: [], problems: [] }),
    'network.get': () => ok(network),
    ...answers,
  });
  const section = within(await screen.findByRole('region', { name: 'Network' }));
  await section.findByText('In use');
  return { ...window, section };
}

test('says how GIIP is reached; without a proxy nobody is asked for a password', async () => {
  const { section } = await openNetwork(DIRECT);
  expect(section.getByText('Directly, without a proxy')).toBeTruthy();
  expect(section.queryByLabelText('Password for the proxy')).toBeNull();
});

test('a proxy of one’s own is saved when its address is one', async () => {
  const { api, user, section } = await openNetwork(DIRECT);
  await user.selectOptions(section.getByLabelText('Proxy'), 'This one:');
  expect(api.inputs('settings.update')).toEqual([]);
  const address = section.getByLabelText('Address of the proxy');
  await user.type(address, 'http://me:secret@proxy.test:8080{Enter}');
  expect(section.getByText(/no address of a proxy/)).toBeTruthy();
  expect(document.activeElement).toBe(address);
  await user.clear(address);
  await user.type(address, 'http://proxy.test:8080');
  await user.click(section.getByRole('button', { name: 'Use this proxy' }));
  expect(api.inputs('settings.update')).toEqual([{ proxy: 'http://proxy.test:8080' }]);
  await user.selectOptions(section.getByLabelText('Proxy'), 'None');
  expect(api.inputs('settings.update')).toHaveLength(2);
});

test('user name and password go in once and are not shown again', async () => {
  let network = PROXY;
  const { api, user, section } = await openNetwork(PROXY, {
    'network.get': () => ok(network),
    'network.signIn': () => {
      network = { ...PROXY, user: 'stored' };
      return ok(network);
    },
    'network.signOut': () => {
      network = PROXY;
      return ok(network);
    },
  });
  expect(section.getByText('proxy.test:8080 (as this computer says)')).toBeTruthy();
  const password = section.getByLabelText<HTMLInputElement>('Password for the proxy');
  expect(password.type).toBe('password');
  await user.type(section.getByLabelText('User name for the proxy'), 'WORK\\me');
  await user.type(password, 'pa:ss');
  await user.click(section.getByRole('button', { name: 'Keep user name and password' }));
  expect(api.inputs('network.signIn')).toEqual([{ name: 'WORK\\me', password: 'pa:ss' }]);
  expect(await section.findByText(/are stored, encrypted by this system/)).toBeTruthy();
  expect(document.body.innerHTML).not.toContain('pa:ss');
  await user.click(section.getByRole('button', { name: 'Forget them' }));
  expect(await section.findByLabelText('User name for the proxy')).toBeTruthy();
});

test('a password that cannot be kept is said, and stays to be corrected', async () => {
  const { user, section } = await openNetwork(PROXY, {
    'network.signIn': () => ({ ok: false, error: { code: 'disk-full' } }),
  });
  await user.type(section.getByLabelText('User name for the proxy'), 'me');
  await user.click(section.getByRole('button', { name: 'Keep user name and password' }));
  expect((await section.findByRole('alert')).textContent).toContain('The disk is full.');
  expect(section.getByLabelText<HTMLInputElement>('User name for the proxy').value).toBe('me');
});

test('a file of authorities is chosen, judged at once and removed', async () => {
  const caProblem = { code: 'tls-failed', detail: 'holds no certificate' } as const;
  const { api, user, section } = await openNetwork(
    { ...DIRECT, caProblem },
    { 'network.chooseCaFile': () => ok('/etc/company.pem') },
  );
  expect(section.getByRole('alert').textContent).toContain('holds no certificate');
  await user.click(section.getByRole('button', { name: 'Choose file…' }));
  expect(await section.findByText('/etc/company.pem')).toBeTruthy();
  await user.click(section.getByRole('button', { name: 'Remove' }));
  expect(api.inputs('settings.update')).toEqual([{ caFile: '/etc/company.pem' }, { caFile: null }]);
});

test('what the policy has set is shown as managed and cannot be changed', async () => {
  const source = '/etc/openclaw-sync/policy.json';
  const { section } = await openNetwork(
    PROXY,
    {
      'policy.get': () =>
        ok({
          keys: [
            { key: 'proxy', value: 'http://proxy.test:8080', setBy: 'policy', source },
            { key: 'caFile', value: '/etc/company.pem', setBy: 'policy', source },
          ],
          problems: [],
        }),
    },
    { proxy: 'http://proxy.test:8080', caFile: '/etc/company.pem' },
  );
  expect(section.getByLabelText<HTMLSelectElement>('Proxy').disabled).toBe(true);
  expect(section.queryByLabelText('Address of the proxy')).toBeNull();
  expect(section.queryByRole('button', { name: 'Choose file…' })).toBeNull();
  expect(section.getAllByText(new RegExp(source))).toHaveLength(2);
});
