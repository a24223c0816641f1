import type { WorldName } from '../core/worlds.ts';

/** One seeded bug: a text of the product's source, and what stands there instead. */
export interface Mutation {
  readonly name: string;
  /** The one simulation that runs this part of the product; not given: the planner's and the engine's. */
  readonly world?: WorldName;
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

const sync = (file: string): string => `electron/sync/${file}.ts`;
const merge = (file: string): string => `shared/merge/${file}.ts`;

/** Each is a mistake that this engine, or another one in research/reliability.md, could make or has made. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'base on acknowledgement',
    file: sync('push'),
    find: "  noteActivity(engine, 'pushed', path,",
    put: "  engine.state.base.put({ path, local: version, remote: version });\n  noteActivity(engine, 'pushed', path,",
  },
  {
    name: 'no history copy before a pull overwrites',
    file: sync('apply'),
    find: "        rememberVersion(engine, step.path, step.local.version, standing, 'local');\n",
    put: '        void rememberVersion;\n',
  },
  {
    name: 'overwrite what stands there now instead of what was planned',
    file: sync('apply'),
    find: "  if (found.state !== 'present' || engine.digest(found.text) !== expected.id) return undefined;\n",
    put: "  if (found.state !== 'present') return undefined;\n  const id = engine.digest(found.text);\n  if (id !== expected.id)\n    return { step: { ...step, local: { state: 'present', version: { ...expected, id } } }, text, version, standing: found.text };\n",
  },
  {
    name: 'record before data',
    file: sync('apply'),
    find: '  const isThere = expected === version.id;',
    put: '  engine.state.transaction(() => recordWrite(engine, step, text, version));\n  const isThere = expected === version.id;',
  },
  {
    name: 'trust a young fingerprint',
    file: sync('local-view'),
    find: 'return settled ? { side, fingerprint, scan:',
    put: 'return settled || true ? { side, fingerprint, scan:',
  },
  {
    name: 'a deleted item comes back',
    file: sync('compare'),
    find: "const DELETED: Cell = ['tombstone', { code: 'deleted-here' }];",
    put: "const DELETED: Cell = ['pull', { code: 'changed-on-giip' }];",
  },
  {
    name: 'repeat a push whose fate is unknown',
    file: sync('push'),
    find: '    const answer = await engine.remote.push(batch.map(({ item }) => item));',
    put: '    let answer = await engine.remote.push(batch.map(({ item }) => item));\n    if (answer.error) answer = await engine.remote.push(batch.map(({ item }) => item));',
  },
  {
    name: 'guess a merge base where there is none',
    file: sync('compare'),
    find: "const CLASH: Cell = ['conflict', { code: 'new-on-both-different' }, 'new/new'];",
    put: "const CLASH: Cell = ['push', { code: 'changed-here' }];",
  },
  {
    name: 'both changed: GIIP wins',
    file: sync('compare'),
    find: "    changed: ['merge', { code: 'changed-on-both-merged' }, 'edit/edit'],",
    put: "    changed: ['pull', { code: 'changed-on-giip' }],",
  },
  {
    name: 'both changed: this computer wins',
    file: sync('compare'),
    find: "    changed: ['merge', { code: 'changed-on-both-merged' }, 'edit/edit'],",
    put: "    changed: ['push', { code: 'changed-here' }],",
  },
  {
    name: 'a merge that overlaps takes one side',
    file: merge('merge-text'),
    find: "  if (regions.some(({ kind }) => kind === 'overlap')) return { state: 'overlap' };\n",
    put: '',
  },
  {
    name: 'a merge of configs that overlaps takes one side',
    file: merge('merge-json'),
    find: '    return side && placeSource(leaf[side]);',
    put: "    return placeSource(leaf[side ?? 'server']);",
  },
  {
    name: 'a push that was not read anew',
    file: sync('push'),
    find: '  const found = await engine.workspace.read(path);\n',
    put: "  const known = engine.state.contents.get(version.id);\n  const found = known === undefined ? await engine.workspace.read(path) : { state: 'present' as const, text: known };\n",
  },
  {
    name: 'a push that no young pull covers',
    file: sync('push'),
    find: '  return Math.abs(engine.clock.now() - lookedAt) < FRESH_MS;',
    put: '  return engine.clock.now() > 0 && lookedAt > -FRESH_MS;',
  },
  {
    name: 'a text that waits in a conflict is not kept',
    file: sync('record'),
    find: '      keepReplaced(engine, entry, known?.version, versionHere(entry.path));\n',
    put: '      void keepReplaced;\n',
  },
  {
    name: 'a hash outlives what it spoke for',
    file: sync('record'),
    find: '    if (isMoved) dropHashes(engine, [section.section]);\n',
    put: '    void isMoved;\n',
  },
  {
    name: "a crash's doubt ends with the first failed cycle",
    file: sync('cycle'),
    find: " || engine.state.facts.get('mayBeTorn') === true",
    put: '',
  },
  {
    name: 'what is held is forgotten while it cannot be seen',
    file: sync('apply-look'),
    find: "  const isDoubted = facts.get('mayBeTorn') ?? steps.some(isHeldAsEmptied);\n  if (!isDoubted) return;\n  if (isEmptied || isUnsure)",
    put: "  const isDoubted = facts.get('mayBeTorn') ?? steps.some(isHeldAsEmptied);\n  if (!isDoubted) return;\n  if (isEmptied && isUnsure)",
  },
  {
    name: 'a conflict settled for GIIP does not keep what stood here',
    file: sync('decision'),
    find: "    rememberVersion(engine, open.path, { id: open.hereId }, open.here, 'local');",
    put: '    void engine;',
  },
  {
    name: '"in sync" without a look after the push',
    file: sync('rounds'),
    find: '  if (pushed.sent.length + pushed.moved.length > 0) tally.isVerified = false;',
    put: '',
  },
  {
    name: 'the text of a document in the log',
    file: sync('push'),
    find: '    recordIntents(engine, known, batch);\n',
    put: "    recordIntents(engine, known, batch);\n    engine.log.write('info', 'push', { text: batch[0]?.text ?? '' });\n",
  },
  {
    name: 'a cycle goes on as long as somebody types',
    file: sync('rounds'),
    find: 'return ids.length < MAX_SENDS && !ids.includes(version.id);',
    put: 'return ids.length < MAX_SENDS * 1e9 && version.id.length > 0;',
  },
  {
    name: 'sends the same text for ever',
    file: sync('brakes'),
    find: 'const MAX_ACKNOWLEDGED = 3;',
    put: 'const MAX_ACKNOWLEDGED = 3e9;',
  },
  {
    name: 'a file that cannot be read counts as deleted',
    file: sync('local-view'),
    find: "  if (found.state !== 'present') return { side: found };",
    put: "  if (found.state !== 'present') return { side: { state: 'absent' } };",
  },
  {
    name: 'a byte-order mark is dropped',
    file: merge('text-style'),
    find: "  const mark = current.startsWith('\\uFEFF') ? '\\uFEFF' : '';",
    put: "  const mark = '';",
  },
  {
    name: 'an echo is somebody else’s edit',
    file: sync('intents'),
    find: "  if (remote.state !== 'present' || intents.length === 0) return undefined;",
    put: "  if (remote.state !== 'present' || intents.length >= 0) return undefined;",
  },
  {
    name: 'the hash that follows a push is adopted unseen',
    file: sync('push'),
    find: '    accepted.push(recordAnswers(engine, known, batch, answer));\n',
    put: "    accepted.push(recordAnswers(engine, known, batch, answer));\n    const seen = await engine.remote.pull({});\n    for (const name of ['config', 'doc'] as const) {\n      const heard = seen.ok ? seen.value[name] : undefined;\n      if (heard?.state === 'items' && heard.hash !== null)\n        engine.state.facts.set('cursor', { ...engine.state.facts.get('cursor'), [name]: heard.hash });\n    }\n",
  },
  {
    name: 'what an answer leaves out counts as deleted on GIIP',
    file: sync('remote-view'),
    find: '  if (isFull) updates.push(',
    put: '  if (isFull || !isFull) updates.push(',
  },
];
