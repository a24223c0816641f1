import { describe, expect, test } from 'vitest';
import { fail } from '../../../shared/model/sync-error.ts';
import { inStep } from './world.ts';

const ITEMS = { 'docs/a.md': 'a\n' };
const AMOUNT = 40;
const names = Array.from({ length: AMOUNT }, (_, n) => `docs/n${n}.md`);

/** A cancel that strikes once this many of the phase are done. */
function stopAfter(phase: string, amount: number) {
  const cancel = { aborted: false };
  const onProgress = (now: { readonly phase: string; readonly done: number }): void => {
    if (now.phase === phase && now.done >= amount) cancel.aborted = true;
  };
  return { cancel, onProgress };
}

describe('a cycle that is stopped', () => {
  test('while it writes: what was written stays, the rest comes with the next one', async () => {
    const { m, giip, clock } = await inStep(ITEMS);
    for (const name of names) giip.setDoc(name, `${name}\n`);
    const before = m.state.facts.get('lastSuccess');
    const report = await m.cycle(stopAfter('applying', 3));
    expect(report).toMatchObject({ stopped: true, verified: false, outcome: 'inSync' });
    expect(report.error).toBeUndefined();
    const written = names.filter((name) => m.files.text(name) !== undefined);
    expect(written.length).toBeGreaterThanOrEqual(3);
    expect(written.length).toBeLessThan(AMOUNT);
    expect([...report.pulled].sort()).toEqual([...written].sort());
    expect(m.state.facts.get('lastSuccess')).toBe(before);
    clock.advance(60_000);
    const next = await m.cycle();
    expect(next).toMatchObject({ verified: true, pushed: [] });
    expect(next.stopped).toBeUndefined();
    expect(names.map((name) => m.files.text(name))).toEqual(names.map((name) => `${name}\n`));
    expect(next.pulled).toHaveLength(AMOUNT - written.length);
  });

  test('while it sends: nothing more goes out, and what went out is still proved', async () => {
    const { m, giip, clock } = await inStep(ITEMS);
    const big = 'x'.repeat(1024 * 1024);
    for (const name of names.slice(0, 12)) m.files.edit(name, `${name}${big}\n`);
    const report = await m.cycle(stopAfter('pushing', 1));
    expect(report).toMatchObject({ stopped: true, verified: false });
    expect(report.error).toBeUndefined();
    const there = names.filter((name) => giip.doc(name) !== undefined);
    expect(there.length).toBeGreaterThan(0);
    expect(there.length).toBeLessThan(12);
    expect([...report.pushed].sort()).toEqual([...there].sort());
    clock.advance(60_000);
    expect(await m.cycle()).toMatchObject({ verified: true });
    expect(names.slice(0, 12).filter((name) => giip.doc(name) === undefined)).toEqual([]);
  });

  test('while GIIP does not answer: the request that was cut off is no failure', async () => {
    const { m } = await inStep(ITEMS);
    const cancel = { aborted: false };
    Object.assign(m.remote, {
      async pull() {
        cancel.aborted = true;
        return fail('server-unreachable');
      },
    });
    const activity = m.state.activity.latest(1);
    const report = await m.cycle({ cancel });
    expect(report).toMatchObject({ stopped: true, verified: false });
    expect(report.error).toBeUndefined();
    expect(m.state.activity.latest(1)).toEqual(activity);
  });

  test('when nothing is left to do, it has come to its end', async () => {
    const { m } = await inStep(ITEMS);
    const report = await m.cycle({ cancel: { aborted: true } });
    expect(report).toMatchObject({ verified: true, outcome: 'inSync' });
    expect(report.stopped).toBeUndefined();
  });
});

test('a cycle says what it really does: it looks at each file, and then it asks', async () => {
  const { m } = await inStep({ 'docs/a.md': 'a\n', 'docs/b.md': 'b\n' });
  const said: string[] = [];
  await m.cycle({
    audit: true,
    onProgress: ({ phase, done, total }) => said.push(`${phase} ${done}/${total}`),
  });
  expect(said).toEqual(['scanning 0/0', 'scanning 1/2', 'scanning 2/2', 'pulling 0/0']);
});
