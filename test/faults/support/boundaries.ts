import { codeOfAct, type Story } from '../stories/story.ts';
import type { DiskBench } from './disk-bench.ts';
import { runTraced, SYSTEM_CALLS, type Thread, type TracedCall } from './strace.ts';

/** A call that touches the folder or the state, and how strace finds it again. */
export interface Boundary {
  readonly warm: Thread;
  readonly call: string;
  /** The n-th call of its kind in its thread. */
  readonly nth: number;
  /** What it is, the same in every run. */
  readonly label: string;
  /** Docs, configs or our own folder; else the database. */
  readonly isFile: boolean;
  /** It only opens something to read: nothing on the disk is other before and after it. */
  readonly isRead: boolean;
}

/** Both threads make these: which of them is struck is settled by calls ahead of time. */
const SHARED: readonly string[] = ['openat', 'write', 'fsync', 'fdatasync'];

/** What a call touches, without what differs from run to run; null when it is neither the folder nor the state. */
export function labelOf({ call, rest }: Pick<TracedCall, 'call' | 'rest'>, root: string): string | null {
  const paths = [...rest.matchAll(/["<](\/[^">]*)[">]/g)].map(([, path = '']) => path);
  const ours = paths.filter((path) => path.startsWith(`${root}/`)).map((path) => path.slice(root.length + 1));
  if (ours.length === 0) return null;
  const plain = ours.map((path) =>
    path
      .replace('home/.openclaw/', '')
      .replace(/[0-9a-f]{16}\.(new|old|back|note)/, '*.$1')
      .replace(/state\/state\/[^/]*\.db/, 'database')
      .replace('state/state', 'state folder'),
  );
  return `${call} ${[...new Set(plain)].join(' ')}`;
}

function isOfDisk(label: string): boolean {
  return /(docs|configs|\.openclaw-sync)/.test(label);
}

/** Every boundary of one run, counted as strace counts: by thread and kind of call. */
function boundariesOf(calls: readonly TracedCall[], root: string, warm: Thread): readonly Boundary[] {
  const main = calls[0]?.thread;
  const counts = new Map<string, number>();
  return calls.flatMap(({ thread, call, rest }) => {
    const nth = (counts.get(`${thread} ${call}`) ?? 0) + 1;
    counts.set(`${thread} ${call}`, nth);
    const label = labelOf({ call, rest }, root);
    const isMeant = SHARED.includes(call) ? (thread === main) === (warm === 'main') : warm === 'main';
    const isRead = call === 'openat' && rest.includes('O_RDONLY');
    return label === null || !isMeant ? [] : [{ warm, call, nth, label, isFile: isOfDisk(label), isRead }];
  });
}

/** Every boundary of the act of a bench's story. */
export async function findBoundaries(bench: DiskBench, story: Story): Promise<readonly Boundary[]> {
  const found: Boundary[] = [];
  for (const warm of ['main', 'pool'] as const) {
    bench.reset();
    const { calls, code, stderr } = await runTraced(bench, { warm, calls: SYSTEM_CALLS });
    if (code !== codeOfAct(story)) throw new Error(`undisturbed it ended with ${code}: ${stderr}`);
    found.push(...boundariesOf(calls, bench.machine.root, warm));
  }
  return found;
}
