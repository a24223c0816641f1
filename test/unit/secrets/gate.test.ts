import { describe, expect, test } from 'vitest';
import { approveHeld } from '../../../electron/sync/approve.ts';
import { resolveConflict } from '../../../electron/sync/decide.ts';
import { decideSecret } from '../../../electron/sync/secret-decision.ts';
import type { SecretScanner } from '../../../electron/sync/secret-ports.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import { createWorld, inStep, type Machine, type World } from '../sync/world.ts';

interface Gate extends SecretScanner {
  isOn: boolean;
  name: string;
  readonly scanned: string[];
}

/** Finds every word that begins with `SECRET`; counts what it is asked. */
function wordGate(): Gate {
  return {
    isOn: true,
    name: 'words 1',
    scanned: [],
    async rules() {
      return this.isOn ? this.name : null;
    },
    async scan(path, text) {
      this.scanned.push(path);
      return text.split('\n').flatMap((words, i) =>
        [...words.matchAll(/SECRET\w*/g)].map(([secret]) => ({
          kind: 'other' as const,
          line: i + 1,
          secret,
        })),
      );
    },
  };
}

interface Guarded extends World {
  readonly m: Machine;
  readonly gate: Gate;
  readonly run: () => Promise<SyncReport>;
}

async function guarded(items: Readonly<Record<string, string>>): Promise<Guarded> {
  const world = await inStep(items);
  const gate = wordGate();
  Object.assign(world.m.engine, { secrets: gate });
  const run = async (): Promise<SyncReport> => {
    world.clock.advance(60_000);
    return world.m.cycle();
  };
  return { ...world, gate, run };
}

const A = { 'docs/a.md': 'a\n', 'docs/b.md': 'b\n' };
const HELD = { code: 'held-secret' };

describe('a text with a secret', () => {
  test('is held with the place of it, everything else goes on, and nobody is told the secret', async () => {
    const { m, giip, run } = await guarded(A);
    m.files.edit('docs/a.md', 'one\nkey SECRETone here\n');
    m.files.edit('docs/b.md', 'b2\n');
    giip.setDoc('docs/c.md', 'c\n');
    const report = await run();
    expect(report).toMatchObject({
      outcome: 'held',
      pushed: ['docs/b.md'],
      pulled: ['docs/c.md'],
      verified: true,
    });
    expect(report.held).toEqual([{ path: 'docs/a.md', reason: HELD, secrets: [{ line: 2, kind: 'other' }] }]);
    expect(giip.doc('docs/a.md')).toBe('a\n');
    expect(m.files.text('docs/a.md')).toBe('one\nkey SECRETone here\n');
    const remembered = [
      m.state.facts.get('held'),
      m.state.facts.get('secretChoices'),
      m.state.facts.get('cleanTexts'),
      m.state.activity.latest(100),
      m.state.approvals.all(),
    ];
    expect(JSON.stringify([report, remembered])).not.toContain('SECRETone');
    // It stays so, and is noted once.
    await run();
    expect(m.state.activity.latest(100).filter(({ kind }) => kind === 'held')).toHaveLength(1);
  });

  test('is let go only as it was shown: what was found since is asked about again', async () => {
    const { m, giip, run } = await guarded(A);
    m.files.edit('docs/a.md', 'SECRETone\n');
    const { held: shown } = await run();
    m.files.edit('docs/a.md', 'SECRETone\nSECRETtwo\n');
    const { held: since } = await run();
    for (const decision of ['once', 'always'] as const)
      expect(decideSecret(m.engine, ['docs/a.md'], decision, shown)).toMatchObject({ ok: false });
    expect(decideSecret(m.engine, ['docs/a.md'], 'once', [])).toMatchObject({ ok: false });
    expect(await run()).toMatchObject({ outcome: 'held', pushed: [] });
    expect(giip.doc('docs/a.md')).toBe('a\n');
    expect(decideSecret(m.engine, ['docs/a.md'], 'once', since)).toMatchObject({ ok: true });
    expect(await run()).toMatchObject({ pushed: ['docs/a.md'] });
  });

  test('is not let go by the approval of what the brakes hold', async () => {
    const { m, giip, run } = await guarded(A);
    m.files.edit('docs/a.md', 'SECRETone\n');
    await run();
    expect(approveHeld(m.engine)).toBe(0);
    expect(approveHeld(m.engine, ['docs/a.md'])).toBe(0);
    expect(await run()).toMatchObject({ outcome: 'held', pushed: [] });
    expect(giip.doc('docs/a.md')).toBe('a\n');
  });

  test('goes once when the person says so, also after a failed push, and the next text is asked about', async () => {
    const { m, giip, run, twists } = await guarded(A);
    m.files.edit('docs/a.md', 'SECRETone\n');
    await run();
    expect(decideSecret(m.engine, ['docs/a.md'], 'once')).toMatchObject({ ok: true });
    twists.pushFailures.push({ error: { code: 'server-unavailable' }, happened: false });
    expect(await run()).toMatchObject({ error: { code: 'server-unavailable' } });
    expect(await run()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
    expect(giip.doc('docs/a.md')).toBe('SECRETone\n');
    expect(m.state.approvals.all()).toEqual([]);
    m.files.edit('docs/a.md', 'SECRETone\nSECRETtwo\n');
    expect((await run()).held).toEqual([
      { path: 'docs/a.md', reason: HELD, secrets: [{ line: 2, kind: 'other' }] },
    ]);
  });

  test('goes always when this secret is allowed in this file, and in this file only', async () => {
    const { m, giip, run } = await guarded(A);
    m.files.edit('docs/a.md', 'SECRETone\n');
    await run();
    decideSecret(m.engine, ['docs/a.md'], 'always');
    expect(await run()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
    giip.setDoc('docs/a.md', 'cleaned\n');
    await run();
    m.files.edit('docs/a.md', 'again SECRETone\n');
    m.files.edit('docs/b.md', 'SECRETone\n');
    const report = await run();
    expect(report).toMatchObject({ outcome: 'held', pushed: ['docs/a.md'] });
    expect(report.held.map(({ path }) => path)).toEqual(['docs/b.md']);
    // Taken back: asked again.
    expect(decideSecret(m.engine, ['docs/a.md'], 'ask')).toMatchObject({ ok: true });
    giip.setDoc('docs/a.md', 'cleaned again\n');
    await run();
    m.files.edit('docs/a.md', 'SECRETone\n');
    expect((await run()).held.map(({ path }) => path)).toEqual(['docs/a.md', 'docs/b.md']);
  });

  test('stays on this computer when the person says so, quietly, and GIIP’s changes still come in', async () => {
    const { m, giip, run } = await guarded({ ...A, 'docs/a.md': 'top\n\n\n\nend\n' });
    m.files.edit('docs/a.md', 'top\n\n\n\nend SECRETone\n');
    await run();
    decideSecret(m.engine, ['docs/a.md'], 'keep');
    const kept = await run();
    expect(kept).toMatchObject({ outcome: 'inSync', held: [], pushed: [] });
    expect(kept.rejected).toMatchObject([{ path: 'docs/a.md', kept: true }]);
    giip.setDoc('docs/a.md', 'TOP\n\n\n\nend\n');
    expect(await run()).toMatchObject({ outcome: 'inSync', merged: ['docs/a.md'], pushed: [] });
    expect(m.files.text('docs/a.md')).toBe('TOP\n\n\n\nend SECRETone\n');
    expect(giip.doc('docs/a.md')).toBe('TOP\n\n\n\nend\n');
    // Another secret is another question; without any it goes out by itself.
    m.files.edit('docs/a.md', 'TOP\n\n\n\nend SECRETone SECRETtwo\n');
    expect(await run()).toMatchObject({ outcome: 'held' });
    m.files.edit('docs/a.md', 'TOP\n\n\n\nend\nmine\n');
    expect(await run()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'], rejected: [] });
  });

  test('kept here, and taken back: it is held and asked about again', async () => {
    const { m, run } = await guarded(A);
    m.files.edit('docs/a.md', 'SECRETone\n');
    await run();
    decideSecret(m.engine, ['docs/a.md'], 'keep');
    await run();
    expect(decideSecret(m.engine, ['docs/a.md'], 'ask')).toMatchObject({ ok: true });
    expect(await run()).toMatchObject({ outcome: 'held', rejected: [] });
  });

  test('a decision about what is not held says so and changes nothing', async () => {
    const { m } = await guarded(A);
    for (const decision of ['once', 'always', 'keep', 'ask'] as const)
      expect(decideSecret(m.engine, ['docs/a.md'], decision)).toMatchObject({
        ok: false,
        error: { code: 'no-such-conflict' },
      });
    expect(m.state.approvals.all()).toEqual([]);
  });
});

describe('what GIIP knows already', () => {
  test('a secret that stands in GIIP’s text of the item holds nothing', async () => {
    const { m, giip, run } = await guarded({ 'configs/a.json': '{"key":"SECRETold","n":1}\n' });
    m.files.edit('configs/a.json', '{"key":"SECRETold","n":2}\n');
    expect(await run()).toMatchObject({ outcome: 'inSync', pushed: ['configs/a.json'] });
    m.files.edit('configs/a.json', '{"key":"SECRETnew","n":2}\n');
    expect(await run()).toMatchObject({ outcome: 'held', pushed: [] });
    expect(giip.config('a.json')).toContain('SECRETold');
  });

  test('one that was taken out on GIIP is new again', async () => {
    const { m, giip, run } = await guarded({ 'docs/a.md': 'SECRETold\n', 'docs/b.md': 'b\n' });
    giip.removeDoc('docs/a.md');
    expect(await m.cycle({ audit: true })).toMatchObject({ goneOnServer: ['docs/a.md'] });
    m.files.edit('docs/a.md', 'SECRETold\nmore\n');
    expect(await run()).toMatchObject({ outcome: 'held', pushed: [] });
    expect(giip.doc('docs/a.md')).toBeUndefined();
  });
});

describe('other ways out', () => {
  test('a text joined from both sides is joined here, and held before it is sent', async () => {
    const { m, giip, run } = await guarded({ ...A, 'docs/a.md': 'top\n\n\n\nend\n' });
    m.files.edit('docs/a.md', 'top\n\n\n\nend SECRETone\n');
    giip.setDoc('docs/a.md', 'TOP\n\n\n\nend\n');
    const report = await run();
    expect(report).toMatchObject({ outcome: 'held', merged: ['docs/a.md'], pushed: [] });
    expect(m.files.text('docs/a.md')).toBe('TOP\n\n\n\nend SECRETone\n');
    expect(giip.doc('docs/a.md')).toBe('TOP\n\n\n\nend\n');
    decideSecret(m.engine, ['docs/a.md'], 'once');
    expect(await run()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
  });

  test('a conflict settled for this computer is sent only after the question, and is no conflict any more', async () => {
    const { m, giip, run } = await guarded(A);
    m.files.edit('docs/a.md', 'mine SECRETone\n');
    giip.setDoc('docs/a.md', 'theirs\n');
    expect(await run()).toMatchObject({ outcome: 'conflicts' });
    await resolveConflict(m.engine, 'docs/a.md', { take: 'mine' });
    expect(await run()).toMatchObject({ outcome: 'held', conflicts: [], pushed: [] });
    expect(giip.doc('docs/a.md')).toBe('theirs\n');
  });

  test('a conflict that GIIP takes back ends, although its file is held', async () => {
    const { m, giip, run } = await guarded(A);
    m.files.edit('docs/a.md', 'mine SECRETone\n');
    giip.setDoc('docs/a.md', 'theirs\n');
    await run();
    giip.setDoc('docs/a.md', 'a\n');
    expect(await run()).toMatchObject({ outcome: 'held', conflicts: [] });
  });

  test('an edit between the look and the push is not sent unseen', async () => {
    const { m, giip, run, gate } = await guarded(A);
    m.files.edit('docs/a.md', 'fine\n');
    const scan = gate.scan.bind(gate);
    gate.scan = async (path, text) => {
      const found = await scan(path, text);
      if (text === 'fine\n') m.files.edit('docs/a.md', 'SECRETone\n');
      return found;
    };
    expect(await run()).toMatchObject({ pushed: [], verified: false });
    expect(await run()).toMatchObject({ held: [{ path: 'docs/a.md' }], pushed: [] });
    expect(giip.doc('docs/a.md')).toBe('a\n');
  });
});

describe('what is scanned', () => {
  test('each text once while it waits, again under other rules, and nothing that does not go out', async () => {
    const { m, run, gate, twists } = await guarded(A);
    m.files.edit('docs/a.md', 'new\n');
    const failure = { error: { code: 'server-unavailable' as const }, happened: false };
    twists.pushFailures.push(failure, failure, failure);
    await run();
    await run();
    expect(gate.scanned).toEqual(['docs/a.md']);
    gate.name = 'words 2';
    await run();
    expect(gate.scanned).toEqual(['docs/a.md', 'docs/a.md']);
    await run();
    expect(m.state.facts.get('cleanTexts')?.ids ?? []).toEqual([]);
  });

  test('verdicts on what went out are dropped also while something is held', async () => {
    const { m, run } = await guarded(A);
    m.files.edit('docs/a.md', 'SECRETone\n');
    m.files.edit('docs/b.md', 'b2\n');
    expect(await run()).toMatchObject({ pushed: ['docs/b.md'], held: [{ path: 'docs/a.md' }] });
    expect(m.state.facts.get('cleanTexts')?.ids).toEqual([]);
  });

  test('the same text under another name anew: a rule may be about the name', async () => {
    const { m, run, gate, giip, twists } = await guarded(A);
    const scan = gate.scan.bind(gate);
    gate.scan = (path, text) => scan(path, path === 'docs/b.md' ? 'SECRETone' : text);
    m.files.edit('docs/a.md', 'new\n');
    twists.pushFailures.push({ error: { code: 'server-unavailable' }, happened: false });
    await run();
    m.files.edit('docs/b.md', 'new\n');
    expect(await run()).toMatchObject({ pushed: ['docs/a.md'], held: [{ path: 'docs/b.md' }] });
    expect(giip.doc('docs/b.md')).toBe('b\n');
  });

  test('what GIIP has in a config already, however it writes it', async () => {
    const { m, run, giip, gate } = await guarded({ 'configs/a.json': '{"k":"\\u0053ECRETone"}' });
    m.files.edit('configs/a.json', '{"k":"SECRETone","b":1}');
    expect(await run()).toMatchObject({ pushed: ['configs/a.json'], held: [] });
    expect(gate.scanned).toEqual(['configs/a.json']);
    expect(giip.config('a.json')).toContain('SECRETone');
  });

  test('nothing while the gate is switched off', async () => {
    const { m, run, gate, giip } = await guarded(A);
    gate.isOn = false;
    m.files.edit('docs/a.md', 'SECRETone\n');
    expect(await run()).toMatchObject({ outcome: 'inSync' });
    expect(gate.scanned).toEqual([]);
    expect(giip.doc('docs/a.md')).toBe('SECRETone\n');
  });

  test('a dry run tells it and writes nothing', async () => {
    const { m } = await guarded(A);
    m.files.edit('docs/a.md', 'SECRETone\n');
    const report = await m.cycle({ dryRun: true });
    expect(report).toMatchObject({
      outcome: 'held',
      plan: [{ path: 'docs/a.md', action: 'held', reason: HELD }],
    });
    expect(m.state.facts.get('cleanTexts')).toBeUndefined();
  });

  test('a first sync with many secrets: each is listed, all for one reason, and the rest goes out', async () => {
    const world = createWorld();
    const m = world.machine();
    Object.assign(m.engine, { secrets: wordGate() });
    for (let i = 0; i < 60; i += 1) m.files.edit(`docs/${i}.md`, i < 50 ? `SECRET${i}\n` : `text ${i}\n`);
    const report = await m.cycle();
    expect(report.held).toHaveLength(50);
    expect(new Set(report.held.map(({ reason }) => reason.code))).toEqual(new Set(['held-secret']));
    expect(report.pushed).toHaveLength(10);
    decideSecret(
      m.engine,
      report.held.map(({ path }) => path),
      'keep',
    );
    world.clock.advance(60_000);
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', held: [] });
  });
});
