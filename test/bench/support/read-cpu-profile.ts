import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** What V8's profiler writes, as far as it is read here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly children?: readonly number[];
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** A function, by its name and the line of the file that it is in; no folder of this machine. */
export interface Frame {
  readonly name: string;
  readonly place: string;
}

/** A stack, outermost first, and the milliseconds in which it was seen. */
export interface StackTime {
  readonly stack: readonly Frame[];
  readonly ms: number;
}

/** Nothing was at work, or only the profiler itself. */
function isNoWork({ name, place }: Frame): boolean {
  return name === '(idle)' || place.startsWith('node:inspector') || place.startsWith('inspector');
}

function stacksOf(nodes: CpuProfile['nodes']): (id: number) => readonly Frame[] {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const frames = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const place = url === '' ? '' : `${url.startsWith('node:') ? url : basename(url)}:${lineNumber + 1}`;
      return [id, { name: functionName || '(anonymous)', place }];
    }),
  );
  const known = new Map<number, readonly Frame[]>();
  return function stackOf(id): readonly Frame[] {
    const parent = parents.get(id);
    const own = frames.get(id);
    const stack = known.get(id) ?? [
      ...(parent === undefined ? [] : stackOf(parent)),
      ...(own && own.name !== '(root)' ? [own] : []),
    ];
    known.set(id, stack);
    return stack;
  };
}

/** The stacks in which something was at work, each as often as it was seen. */
export function readCpuProfile(file: string): readonly StackTime[] {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as CpuProfile;
  const stackOf = stacksOf(nodes);
  return samples
    .map((id, at) => ({ stack: stackOf(id), ms: (timeDeltas[at] ?? 0) / 1000 }))
    .filter(({ stack }) => stack.length > 0 && !stack.some(isNoWork));
}
