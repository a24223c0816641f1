import type { Mutation } from './mutations.ts';

const inWorkspace = (name: string, file: string, find: string, put: string): Mutation => ({
  ...{ name, find, put },
  world: 'disk',
  file: `electron/workspace/${file}.ts`,
});

const inScheduler = (name: string, find: string, put: string): Mutation => ({
  ...{ name, find, put },
  world: 'scheduler',
  file: 'electron/sync/scheduler.ts',
});

/** Mistakes of the write protocol; those that were the product's own until the simulation found them come last. */
export const DISK_MUTATIONS: readonly Mutation[] = [
  inWorkspace(
    'no flush of the new file',
    'durable-file',
    '    await handle.sync();\n    return await',
    '    return await',
  ),
  inWorkspace(
    'no flush of the folders',
    'write-text',
    '  await Promise.allSettled([...folders].map((folder) => syncFolder(place, folder))).then(throwFirst);',
    '  void folders;',
  ),
  inWorkspace('no flush of the note', 'write-text', '  await staging.sync();\n', ''),
  inWorkspace(
    'a link is followed',
    'folder-chain',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a source file.
    "    if (stats?.isSymbolicLink()) return barred(`${LINK_REASON}: ${folder === '' ? root : folder}`);\n    if (!stats?.isDirectory())",
    '    if (!stats?.isDirectory() && !stats?.isSymbolicLink())',
  ),
  inWorkspace(
    'replaced without a look at what was replaced',
    'write-text',
    '  const known = holds(place, aside, write.expected);',
    '  const known = true;',
  ),
  inWorkspace(
    'a document is renamed over',
    'exchange-file',
    "  const replace = write.path.startsWith('configs/') ? replaceConfig : replaceDocument;",
    "  const replace = write.path.startsWith('configs/') ? replaceConfig : (replaceConfig ?? replaceDocument);",
  ),
  inWorkspace(
    'a config is moved aside',
    'exchange-file',
    "  const replace = write.path.startsWith('configs/') ? replaceConfig : replaceDocument;",
    "  const replace = write.path.startsWith('configs/') ? replaceDocument : replaceDocument ?? replaceConfig;",
  ),
  inWorkspace(
    'recovery throws away what it finds',
    'recover-staging',
    '  return holds(place, file, note.expected) || holds(place, file, note.replacement);',
    '  return holds(place, file, note.expected) || !holds(place, file, note.replacement);',
  ),
  inWorkspace(
    'what waits in our own folder looks deleted',
    'node-workspace',
    '    return waiting.length === 0\n',
    '    return waiting.length >= 0\n',
  ),
  inWorkspace(
    'the name of our own folder is not flushed',
    'staging-folder',
    '    if (!isNameDurable) await syncFolder(place, place.root);\n',
    '',
  ),
  inWorkspace(
    'a config is missing while it is put back',
    'put-back',
    'isConfig && isThere ?',
    'isConfig && !isThere ?',
  ),
  inWorkspace(
    'what is put back is not flushed before its old name goes',
    'place-exclusively',
    '  await syncFolder(place, dirname(target));\n',
    '  void [syncFolder, dirname];\n',
  ),
  inWorkspace(
    'put back through a folder that was exchanged',
    'write-text',
    '  if (isMoved()) return retract(place, write, ours);\n  if (!placed',
    '  if (!placed',
  ),
  inWorkspace('folders are made behind a link', 'make-folders', "    if (outcome === 'barred') break;\n", ''),
  inWorkspace(
    'one folder that cannot be looked at ends the listing',
    'list-workspace',
    '    note(causeOf(error));\n  }\n}',
    '    throw error;\n  }\n}',
  ),
  inScheduler(
    'a network that comes and goes puts a cycle off for ever',
    "    else if (armed === 'resumed' || armed === 'online') armed = stronger(armed, why);\n",
    '',
  ),
  inScheduler(
    'two cycles at once',
    '    if (running !== null) {\n      due = stronger(due, why);\n      return;\n    }\n',
    '',
  ),
  inScheduler(
    'what changes during a cycle is forgotten',
    '      due = stronger(due, why);\n      return;',
    '      due = due ?? null;\n      return;',
  ),
  inScheduler(
    'a back-off ends for good after eight failures',
    '    if (paused || isRefused || isEnded) return;\n    const interval',
    '    if (paused || isRefused || isEnded || failures > 8) return;\n    const interval',
  ),
  inScheduler(
    'a pause that ended in sleep goes on',
    'if (paused !== null && clock.now() >= (paused.until ?? Number.POSITIVE_INFINITY)) endPause();\n    else if',
    'if',
  ),
  {
    name: 'a lock on a file that has lost its name counts',
    world: 'starts',
    file: 'electron/workspace/workspace-lock.ts',
    find: '  if (after && isSameFile(before, after) && before.birthtimeNs === after.birthtimeNs) {',
    put: '  if (after ?? isSameFile.name) {',
  },
  {
    name: 'the lock file of a killed run keeps everybody out',
    world: 'starts',
    file: 'electron/workspace/workspace-lock.ts',
    find: "    if (errnoOf(error) !== 'EEXIST') throw error;\n  }\n}",
    put: '    throw error;\n  }\n}',
  },
];
