import { describe, expect, test } from 'vitest';
import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import { ALL_STORIES } from './stories/all-stories.ts';
import type { Story } from './stories/story.ts';
import { expectEnd, expectNothingLost, expectRest, expectWhole, treasureOf } from './support/expectations.ts';
import { memoryBench } from './support/memory-bench.ts';
import { type Effect, type Fate, FLAWS, fatedEngine, Killed } from './support/memory-faults.ts';

function aboutFate(fate: Fate, effects: readonly Effect[]): string {
  if (fate.fate === 'none') return 'undisturbed';
  const effect = `effect ${fate.at} (${effects[fate.at - 1]})`;
  if (fate.fate === 'kill') return `killed ${fate.when} ${effect}`;
  const { code, after } = fate.flaw;
  return `${effect} ${fate.isSticky ? 'and all like it fail' : 'fails'}: ${code}${after ? ', but happened' : ''}`;
}

/** I13: the report of a sync that names no error, no file that it could not read, and the code that the story ends with. */
function saysInStep(report: SyncReport | undefined, story: Story): boolean {
  if (report === undefined || report.error || report.rejected.length > 0) return false;
  return report.verified && EXIT_CODES[report.outcome] === (story.code ?? 0);
}

/** Tells the story with this fate, then without any: answers the effects that its act had. */
async function tell(story: Story, fate: Fate): Promise<readonly Effect[]> {
  const bench = await memoryBench(story);
  const before = treasureOf(bench);
  const fated = fatedEngine(bench, fate);
  const report = await bench.act(story.act, fated.engine).catch((error: unknown) => {
    if (!(error instanceof Killed || story.act.act !== 'sync')) throw error;
    return undefined;
  });
  fated.end();
  const about = aboutFate(fate, fated.effects);
  if (saysInStep(report, story)) expectEnd(bench, story, `${about}, and it said that all is well`);
  expectWhole(bench, story, about);
  expectNothingLost(bench, before, about);
  bench.world.clock.advance(61_000);

  await bench.act(story.act, bench.machine.engine);
  // What GIIP refused by itself is not sent again until a person says so.
  if (fate.fate === 'fail' && fate.flaw.code === 'parameter-refused')
    await bench.act({ act: 'approve' }, bench.machine.engine);
  bench.world.clock.advance(61_000);
  await bench.sync(fate.fate === 'kill');
  expectWhole(bench, story, about);
  expectEnd(bench, story, about);
  expectNothingLost(bench, before, about);
  for (const _ of [1, 2]) expectRest(await bench.idle(), story, about);
  expectEnd(bench, story, about);
  return fated.effects;
}

/** Both ways to die at this effect, and each way to fail, once and from then on. */
function fatesAt(effect: Effect, at: number): readonly Fate[] {
  const kills = (['before', 'after'] as const).map((when) => ({ fate: 'kill' as const, at, when }));
  const failures = FLAWS[effect].flatMap((flaw) =>
    [false, true].map((isSticky) => ({ fate: 'fail' as const, at, flaw, isSticky })),
  );
  return [...(effect === 'commit' ? kills.slice(0, 1) : kills), ...failures];
}

describe.each(ALL_STORIES)('$name', (story) => {
  test('every effect fails, and the process dies at every effect', async () => {
    const effects = await tell(story, { fate: 'none' });
    let fates = 0;
    for (const [index, effect] of effects.entries()) {
      for (const fate of fatesAt(effect, index + 1)) {
        await tell(story, fate);
        fates += 1;
      }
    }
    process.stdout.write(`faults: ${story.name}: ${effects.length} effects, ${fates} fates\n`);
    expect(fates).toBeGreaterThan(effects.length);
  });
});
