import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openSqliteState } from '../../../../electron/stores/sqlite-state.ts';

/**
 * Writes generation after generation, each in one transaction, and says so: `half N` inside it, `done N` after it.
 * Started as `state-writer.ts FILE STOP` it waits for its end at the line STOP.
 */
const [file = '', stopAt = ''] = process.argv.slice(2);
const opened = openSqliteState(file);
if (!opened.ok) {
  throw new Error(opened.error.detail);
}
const state = opened.value;

for (let generation = 1; ; generation += 1) {
  const text = `generation ${generation}`;
  const version = { id: createHash('sha256').update(text).digest('hex'), meaning: String(generation) };
  state.transaction(() => {
    state.contents.put(version.id, text);
    for (let item = 0; item < 100; item += 1) {
      if (item === 50) {
        say(`half ${generation}`);
      }
      state.base.put({ path: `docs/${item}.md`, local: version, remote: version });
    }
    state.history.record({ path: 'docs/0.md', id: version.id, origin: 'local', time: generation, bytes: 1 });
    state.facts.set('lastSuccess', generation);
  });
  say(`done ${generation}`);
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
  if (line === stopAt) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
}
