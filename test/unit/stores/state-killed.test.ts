import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteState } from '../../../electron/stores/sqlite-state.ts';
import { openedState, temporaryFolder } from '../../contract/state-makers.ts';
import { Child } from './child-process.ts';

/** Kills a writer at one of its lines and answers what a new process finds. */
async function generationAfterKillAt(line: string): Promise<number> {
  const file = join(temporaryFolder(), 'state.db');
  const child = new Child('state-writer.ts', [file, line]);
  await child.until(line);
  await child.kill();
  return generationOf(file);
}

/** The one generation that everything in the database belongs to; 0 for none. */
function generationOf(file: string): number {
  const state = openedState(file);
  const generation = state.facts.get('lastSuccess') ?? 0;
  const entries = state.base.all();
  expect(entries).toHaveLength(generation === 0 ? 0 : 100);
  expect(new Set(entries.map(({ local }) => local?.meaning))).toEqual(
    new Set(generation === 0 ? [] : [`${generation}`]),
  );
  expect(state.history.list()).toHaveLength(generation);
  const newest = entries[0]?.local?.id;
  expect(newest === undefined ? undefined : state.contents.get(newest)).toBe(
    generation === 0 ? undefined : `generation ${generation}`,
  );
  return generation;
}

describe('a process killed with kill -9', () => {
  it('leaves nothing of its first transaction', async () => {
    expect(await generationAfterKillAt('half 1')).toBe(0);
  });

  it('leaves the last whole transaction when it dies inside the next', async () => {
    expect(await generationAfterKillAt('half 8')).toBe(7);
  });

  it('leaves all of a transaction that has returned', async () => {
    expect(await generationAfterKillAt('done 7')).toBe(7);
  });

  it('leaves one whole generation wherever it dies', async () => {
    const folder = temporaryFolder();
    for (const lines of [1, 2, 5, 14, 31]) {
      const file = join(folder, `${lines}.db`);
      const child = new Child('state-writer.ts', [file, '']);
      let last = '';
      for (let line = 0; line < lines; line += 1) {
        last = (await child.line()) ?? last;
      }
      await child.kill();
      const [word, generation] = last.split(' ');
      const promised = Number(generation) - (word === 'half' ? 1 : 0);
      expect(generationOf(file)).toBeGreaterThanOrEqual(promised);
    }
  });

  it('does not keep the next one from opening and writing', async () => {
    const file = join(temporaryFolder(), 'state.db');
    const child = new Child('state-writer.ts', [file, 'half 2']);
    await child.until('half 2');
    await child.kill();
    const opened = openSqliteState(file);
    expect(opened.ok).toBe(true);
    openedState(file).approvals.put({ path: 'after' });
    expect(openedState(file).approvals.get('after')).toEqual({ path: 'after' });
  });

  it('is waited for shortly while it lives, then named as busy', async () => {
    const file = join(temporaryFolder(), 'state.db');
    const child = new Child('state-writer.ts', [file, 'half 2']);
    await child.until('half 2');
    const state = openedState(file);
    expect(state.facts.get('lastSuccess')).toBe(1);
    expect(() => state.approvals.put({ path: 'x' })).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: 'busy' }) }),
    );
    await child.kill();
    state.approvals.put({ path: 'x' });
    expect(state.approvals.all()).toHaveLength(1);
  });
});
