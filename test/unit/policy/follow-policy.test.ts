import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/app/system-clock.ts';
import { type FollowedPolicy, openPolicy } from '../../../electron/policy/follow-policy.ts';
import { policyFileSource } from '../../../electron/policy/policy-source.ts';
import type { MachinePolicy } from '../../../shared/model/policy.ts';
import { NO_POLICY } from '../../../shared/model/policy.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';

const PLACE = { platform: 'linux' as const, home: '/home/ann', environment: {} };
const ME = process.getuid?.() ?? 0;

/** A folder like /etc, the file that may come to be in it, and what was heard. */
async function following() {
  const etc = temporaryFolder();
  const folder = join(etc, 'openclaw-sync');
  const file = join(folder, 'policy.json');
  const policy = await openPolicy(policyFileSource(file, ME), PLACE, systemClock);
  opened.push(policy);
  const heard: MachinePolicy[] = [];
  const waiting: (() => void)[] = [];
  policy.onChange((now) => {
    heard.push(now);
    for (const go of waiting.splice(0)) go();
  });
  policy.follow();
  const change = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  return { etc, folder, file, policy, heard, change };
}

const opened: FollowedPolicy[] = [];

afterEach(() => {
  for (const policy of opened.splice(0)) policy.end();
});

describe('a policy that is followed', () => {
  it('is seen when its folder comes, when it is written, replaced, damaged and taken away', async () => {
    const { etc, folder, file, policy, change } = await following();
    expect(policy.current()).toEqual(NO_POLICY);

    const made = change();
    mkdirSync(folder);
    writeFileSync(file, '{"intervalSeconds": 60}');
    await made;
    expect(policy.current().settings).toEqual({ intervalSeconds: 60 });

    const written = change();
    writeFileSync(file, '{"intervalSeconds": 120}');
    await written;
    expect(policy.current().settings).toEqual({ intervalSeconds: 120 });

    const renamed = change();
    writeFileSync(join(folder, 'policy.json.new'), '{"intervalSeconds": 180, "quitAllowed": "never"}');
    renameSync(join(folder, 'policy.json.new'), file);
    await renamed;
    expect(policy.current().rules.quitAllowed).toBe(false);

    const damaged = change();
    writeFileSync(file, '{"intervalSeconds": ');
    await damaged;
    // A slip of the administrator's pen releases nobody from what was decided before.
    expect(policy.current()).toMatchObject({
      settings: { intervalSeconds: 180 },
      rules: { quitAllowed: false },
      problems: [{ fault: 'unreadable' }],
    });
    await policy.refresh();
    expect(policy.current().settings).toEqual({ intervalSeconds: 180 });

    const exchanged = change();
    renameSync(folder, join(etc, 'old'));
    mkdirSync(folder);
    writeFileSync(file, '{"lssn": 5}');
    await exchanged;
    expect(policy.current().settings).toEqual({ lssn: 5 });

    const again = change();
    writeFileSync(file, '{"lssn": 6}');
    await again;
    expect(policy.current().settings).toEqual({ lssn: 6 });

    const gone = change();
    rmSync(folder, { recursive: true });
    await gone;
    expect(policy.current()).toEqual(NO_POLICY);
  });

  it('tells nothing when a change changes nothing, and each change once', async () => {
    const { folder, file, heard, change } = await following();
    mkdirSync(folder);
    const first = change();
    writeFileSync(file, '{"lssn": 5}');
    await first;
    writeFileSync(file, '{ "lssn": 5 }');
    const second = change();
    writeFileSync(join(folder, 'other.json'), '{}');
    await new Promise((resolve) => setTimeout(resolve, 700));
    writeFileSync(file, '{"lssn": 6}');
    await second;
    expect(heard.map(({ settings }) => settings.lssn)).toEqual([5, 6]);
  });

  it('is not believed any more when others get the right to write it', async () => {
    const { folder, file, policy, change } = await following();
    mkdirSync(folder);
    const first = change();
    writeFileSync(file, '{"lssn": 5}');
    await first;
    const second = change();
    chmodSync(file, 0o666);
    await second;
    expect(policy.current().problems).toMatchObject([{ fault: 'untrusted' }]);
    expect(policy.current().settings).toEqual({});
  });

  it('is looked at every five minutes where nothing tells of changes', async () => {
    let due: (() => void) | null = null;
    let values: Record<string, unknown> = {};
    const clock = {
      now: () => 0,
      after: (ms: number, callback: () => void) => {
        expect(ms).toBe(5 * 60_000);
        due = callback;
        return () => undefined;
      },
    };
    const source = { read: async () => [{ source: 'registry', values }], watch: () => () => undefined };
    const policy = await openPolicy(source, PLACE, clock);
    opened.push(policy);
    policy.follow();
    values = { lssn: 7 };
    const changed = new Promise<void>((resolve) => policy.onChange(() => resolve()));
    (due as (() => void) | null)?.();
    await changed;
    expect(policy.current().settings).toEqual({ lssn: 7 });
  });
});
