import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGiipRemote } from '../../electron/api/giip-remote.ts';
import { openNetwork } from '../../electron/api/network.ts';
import { networkTransport } from '../../electron/api/network-transport.ts';
import { createGiipStore } from '../../electron/rehearsal/giip-store.ts';
import type { Cursor, PullAnswer, PushItem, Remote, SectionAnswer } from '../../electron/sync/ports.ts';
import { ok } from '../../shared/model/sync-error.ts';
import { type GiipConsole, giipConsole } from '../giip-server/giip-console.ts';
import { faults } from '../giip-server/giip-fault.ts';
import { createMemoryRemote } from '../giip-server/memory-remote.ts';
import { startTestGiip } from '../giip-server/start-test-giip.ts';
import { systemClock } from '../giip-server/system-clock.ts';

/** A GIIP, a remote that talks to it, and the accidents that both kinds of remote know. */
interface Subject {
  readonly giip: GiipConsole;
  readonly remote: Remote;
  readonly strangerRemote: Remote;
  refuse(wire: string): void;
  loseNextPush(happened: boolean): void;
  close(): Promise<void>;
}

const LSSN = 71;

async function overHttp(): Promise<Subject> {
  const refused = new Set<string>();
  const giip = await startTestGiip({ token: 'sk-good', lssn: LSSN, refuses: (wire) => refused.has(wire) });
  const transport = networkTransport(openNetwork({ environment: {} }));
  const remoteWith = (token: string): Remote =>
    createGiipRemote({
      apiUrl: giip.url,
      lssn: LSSN,
      token: async () => ok(token),
      clock: systemClock,
      transport,
    });
  return {
    giip,
    remote: remoteWith('sk-good'),
    strangerRemote: remoteWith('sk-bad'),
    refuse: (wire) => refused.add(wire),
    loseNextPush: (happened) => giip.fail('put', happened ? faults.resetAfter() : faults.resetBefore()),
    async close() {
      await transport.close();
      await giip.close();
    },
  };
}

async function inMemory(): Promise<Subject> {
  const store = createGiipStore();
  const remote = createMemoryRemote({ store, lssn: LSSN, token: 'sk-good' });
  return {
    giip: giipConsole(store, LSSN),
    remote,
    strangerRemote: createMemoryRemote({ store, lssn: LSSN, token: 'sk-bad', validToken: 'sk-good' }),
    refuse: remote.refuse,
    loseNextPush: (happened) => remote.failNext('push', { code: 'server-unreachable' }, happened),
    close: async () => {},
  };
}

const DOC: PushItem = { section: 'doc', wire: 'docs/가이드.md', text: '\ufeff첫 줄\r\n둘째 줄 😀\n' };
const CONFIG: PushItem = {
  section: 'config',
  wire: 'agent.json',
  text: '{  "big": 12345678901234567890,\n "f": 1.0 }',
};

async function pulled(remote: Remote, known: Cursor = {}): Promise<PullAnswer> {
  const answer = await remote.pull(known);
  if (!answer.ok) throw new Error(`pull failed: ${answer.error.code} ${answer.error.detail}`);
  return answer.value;
}

function hashOf(section: SectionAnswer): string {
  if (section.state === 'unchanged' || section.hash === null) throw new Error('the section has no hash');
  return section.hash;
}

async function cursor(remote: Remote): Promise<Required<Cursor>> {
  const { config, doc } = await pulled(remote);
  return { config: hashOf(config), doc: hashOf(doc) };
}

describe.each([
  ['undici over HTTP', overHttp],
  ['in memory', inMemory],
])('a remote: %s', (_name, make) => {
  let subject: Subject;

  beforeEach(async () => {
    subject = await make();
  });
  afterEach(() => subject.close());

  test('a pull without hashes brings every item as GIIP holds it', async () => {
    subject.giip.setDoc(DOC.wire, DOC.text);
    subject.giip.setConfig(CONFIG.wire, CONFIG.text);

    const { config, doc } = await pulled(subject.remote);

    expect(config).toMatchObject({
      state: 'items',
      items: [{ wire: CONFIG.wire, text: CONFIG.text }],
      rejected: [],
    });
    expect(doc).toMatchObject({ state: 'items', items: [{ wire: DOC.wire, text: DOC.text }], rejected: [] });
  });

  test('an empty GIIP is silent: that is no order to delete anything', async () => {
    expect(await pulled(subject.remote)).toEqual({
      config: { state: 'silent', hash: expect.any(String) },
      doc: { state: 'silent', hash: expect.any(String) },
    });
  });

  test('with both hashes and no change both sections are unchanged', async () => {
    subject.giip.setDoc('docs/a.md', 'a');
    const known = await cursor(subject.remote);

    expect(await pulled(subject.remote, known)).toEqual({
      config: { state: 'unchanged' },
      doc: { state: 'unchanged' },
    });
  });

  test('a change in one section leaves the other one unchanged', async () => {
    subject.giip.setDoc('docs/a.md', 'a');
    subject.giip.setConfig('a.json', '{}');
    const known = await cursor(subject.remote);
    subject.giip.setDoc('docs/a.md', 'b');

    const { config, doc } = await pulled(subject.remote, known);

    expect(config).toEqual({ state: 'unchanged' });
    expect(doc).toMatchObject({ state: 'items', items: [{ wire: 'docs/a.md', text: 'b' }] });
    expect(hashOf(doc)).not.toBe(known.doc);
  });

  test('a section whose hash is not sent comes whole, whatever hash is sent for the other', async () => {
    subject.giip.setDoc('docs/a.md', 'a');
    subject.giip.setConfig('a.json', '{}');
    const known = await cursor(subject.remote);

    const { config, doc } = await pulled(subject.remote, { config: known.config });

    expect(config).toEqual({ state: 'unchanged' });
    expect(doc).toMatchObject({ state: 'items', hash: known.doc, items: [{ wire: 'docs/a.md', text: 'a' }] });
  });

  test('what was pushed is pulled again to the letter, beside what was there', async () => {
    subject.giip.setDoc('docs/other.md', 'other');
    const known = await cursor(subject.remote);

    expect(await subject.remote.push([CONFIG, DOC])).toEqual({ accepted: [CONFIG, DOC], refused: [] });
    const { config, doc } = await pulled(subject.remote, known);

    expect(config).toMatchObject({ items: [{ wire: CONFIG.wire, text: CONFIG.text }] });
    expect(doc).toMatchObject({
      items: [
        { wire: 'docs/other.md', text: 'other' },
        { wire: DOC.wire, text: DOC.text },
      ],
    });
  });

  test('names that JavaScript objects treat specially are names like any other', async () => {
    const items: PushItem[] = ['__proto__', 'constructor', 'toString'].map((wire) => ({
      section: 'config',
      wire,
      text: '{"polluted":1}',
    }));

    await subject.remote.push(items);
    const { config } = await pulled(subject.remote);

    expect(config).toMatchObject({ items: items.map(({ wire, text }) => ({ wire, text })) });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('an item that GIIP refuses is named, and holds up no other', async () => {
    const items: PushItem[] = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
      section: 'doc',
      wire: `docs/${name}.md`,
      text: name,
    }));
    subject.refuse('docs/d.md');

    const { accepted, refused, error } = await subject.remote.push(items);

    expect(accepted.map(({ wire }) => wire)).toEqual(['docs/a.md', 'docs/b.md', 'docs/c.md', 'docs/e.md']);
    expect(refused).toMatchObject([{ item: { wire: 'docs/d.md' }, error: { code: 'parameter-refused' } }]);
    expect(error).toBeUndefined();
    expect(subject.giip.doc('docs/e.md')).toBe('e');
    expect(subject.giip.doc('docs/d.md')).toBeUndefined();
  });

  test.each([
    ['has happened', true, DOC.text],
    ['has not happened', false, undefined],
  ])(
    'a push without an answer is of unknown fate and not repeated (it %s)',
    async (_name, happened, stored) => {
      subject.loseNextPush(happened);
      const before = subject.remote.requests();

      const answer = await subject.remote.push([DOC]);

      expect(answer).toMatchObject({ accepted: [], refused: [], error: { code: 'server-unreachable' } });
      expect(subject.remote.requests()).toBe(before + 1);
      expect(subject.giip.doc(DOC.wire)).toBe(stored);
    },
  );

  test('a refused token stops every later call without a request', async () => {
    const { strangerRemote } = subject;

    expect(await strangerRemote.pull({})).toMatchObject({ ok: false, error: { code: 'token-refused' } });
    expect(await strangerRemote.pull({})).toMatchObject({ ok: false, error: { code: 'token-refused' } });
    expect(await strangerRemote.push([DOC])).toMatchObject({
      accepted: [],
      refused: [],
      error: { code: 'token-refused' },
    });
    expect(strangerRemote.requests()).toBe(1);
    expect(subject.giip.doc(DOC.wire)).toBeUndefined();
  });

  test('a push of nothing makes no request', async () => {
    expect(await subject.remote.push([])).toEqual({ accepted: [], refused: [] });
    expect(subject.remote.requests()).toBe(0);
  });
});
