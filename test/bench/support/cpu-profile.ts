import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** What V8's profiler writes, as far as it is read here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** A function and the time in which it was itself at work, not what it called. */
export interface SelfTime {
  readonly name: string;
  readonly place: string;
  readonly ms: number;
  /** Of the time in which anything was at work. */
  readonly share: number;
}

/** Nothing was at work, or only the profiler itself. */
const NO_WORK = /^\(idle\)|\0node:inspector|\0inspector/;

function addTimes({ nodes, samples, timeDeltas }: CpuProfile, times: Map<string, number>): void {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const place = url === '' ? '' : `${url.startsWith('node:') ? url : basename(url)}:${lineNumber + 1}`;
      return [id, `${functionName || '(anonymous)'}\0${place}`];
    }),
  );
  for (const [at, id] of samples.entries()) {
    const name = names.get(id) ?? '';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
  }
}

/** Those that took most, over all these profiles. */
export function topSelfTimes(files: readonly string[], count = 12): readonly SelfTime[] {
  const times = new Map<string, number>();
  for (const file of files) addTimes(JSON.parse(readFileSync(file, 'utf8')) as CpuProfile, times);
  const busy = [...times].filter(([name]) => !NO_WORK.test(name));
  const all = busy.reduce((sum, [, ms]) => sum + ms, 0);
  const sorted = busy.sort(([, one], [, other]) => other - one).slice(0, count);
  return sorted.map(([key, ms]) => {
    const [name = '', place = ''] = key.split('\0');
    return { name, place, ms, share: ms / all };
  });
}
