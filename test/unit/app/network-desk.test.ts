import { expect, test, vi } from 'vitest';
import { networkDesk } from '../../../electron/app/network-desk.ts';
import type { NetworkWay } from '../../../shared/model/network-state.ts';
import { ok } from '../../../shared/model/sync-error.ts';

const USER = { name: 'ann', password: 'pa:ss' };
const way = (proxy: string | null): NetworkWay => ({ proxy, source: 'system' });

function desk(first: readonly NetworkWay[]) {
  let ways = first;
  const signIn = vi.fn(async () => ok('stored' as const));
  const calls = networkDesk({
    ways: async () => ok(ways),
    caProblem: async () => null,
    signIn,
    signOut: () => ok(null),
    user: async () => 'none',
    changed: () => undefined,
  });
  return {
    signIn,
    calls,
    move: (next: readonly NetworkWay[]) => {
      ways = next;
    },
  };
}

test('a password is kept for the proxy that was shown', async () => {
  const { calls, signIn, move } = desk([way('proxy.office:8080'), way('other.office:8080')]);
  await calls['network.get'](null);
  // A PAC file that takes turns names the same ones.
  move([way('other.office:8080'), way('proxy.office:8080')]);
  expect(await calls['network.signIn'](USER)).toMatchObject({ ok: true });
  expect(signIn).toHaveBeenCalledExactlyOnceWith(USER);
});

test('and for none of a network that the computer came into meanwhile', async () => {
  const { calls, signIn, move } = desk([way('proxy.office:8080')]);
  await calls['network.get'](null);
  move([way('proxy.cafe:8080')]);
  const refused = await calls['network.signIn'](USER);
  expect(refused).toMatchObject({ ok: false, error: { code: 'proxy-failed' } });
  expect(JSON.stringify(refused)).not.toContain('pa:ss');
  expect(signIn).not.toHaveBeenCalled();
  // Seen, it may be meant.
  await calls['network.get'](null);
  expect(await calls['network.signIn'](USER)).toMatchObject({ ok: true });
});
