import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startBenchGiip } from '../../bench/giip/start-bench-giip.ts';
import { BENCH_TOKEN } from '../../bench/support/bench-connection.ts';
import { writeTree } from '../../bench/tree/tree-files.ts';
import { closedAfterEach } from '../../giip-server/closed-after-each.ts';
import { EngineRoom, isAtRest } from './engine-room.ts';
import { longestTurn } from './longest-turn.ts';

const closed = closedAfterEach();

const TREE = { name: 'S', configs: 20, docs: 1_500 } as const;
/** The goal is 16 ms (`npm run bench`, with a larger folder); with the engine in this thread it is seconds. */
const MOST_MS = 60;

test('while a whole folder is sent and fetched, the thread of icon and windows stays free', async () => {
  const giip = closed(await startBenchGiip());
  const room = closed(new EngineRoom(giip.url, { token: BENCH_TOKEN }));
  const [full, empty] = [join(room.root, 'full'), join(room.root, 'empty')];
  writeTree(TREE, 1, full);
  mkdirSync(join(empty, 'docs'), { recursive: true });
  for (const folder of [full, empty]) {
    const { session, until } = room.connect(folder);
    const meter = longestTurn();
    session.start();
    const { status } = await until((now) => isAtRest(now) && now.outcome === 'inSync');
    expect(meter.end()).toBeLessThan(MOST_MS);
    expect(status?.activity.length).toBe(100);
    await session.stop();
  }
}, 240_000);
