import { setTimeout as pause } from 'node:timers/promises';
import { processTree, read, threadsOf } from './process-tree.ts';

/** Per second: milliseconds of processor, and how often a thread was woken. */
export interface Activity {
  readonly cpuMs: number;
  readonly wakeUps: number;
  /** The threads that woke most, for whoever wants to know why. */
  readonly busiest: readonly string[];
}

interface Count {
  readonly ns: number;
  readonly switches: number;
  readonly name: string;
}

/** What a program and everything that it has started do while nothing happens. */
export async function activityOf(pid: number, seconds: number): Promise<Activity> {
  const before = counts(pid);
  await pause(seconds * 1000);
  const spent = [...counts(pid)].map(([thread, now]) => {
    const then = before.get(thread);
    return { ...now, ns: now.ns - (then?.ns ?? 0), switches: now.switches - (then?.switches ?? 0) };
  });
  const total = (of: (count: Count) => number): number => spent.reduce((sum, count) => sum + of(count), 0);
  const busiest = spent.toSorted((a, b) => b.switches - a.switches).slice(0, 6);
  return {
    cpuMs: total(({ ns }) => ns) / 1e6 / seconds,
    wakeUps: total(({ switches }) => switches) / seconds,
    busiest: busiest.map(({ name, switches }) => `${name} ${(switches / seconds).toFixed(2)}/s`),
  };
}

function counts(pid: number): ReadonlyMap<string, Count> {
  const threads = processTree(pid).flatMap((each) =>
    threadsOf(each).map((thread) => `/proc/${each}/task/${thread}`),
  );
  return new Map(threads.map((thread) => [thread, countOf(thread)]));
}

function countOf(thread: string): Count {
  const switches = /^voluntary_ctxt_switches:\s+(\d+)/m.exec(read(`${thread}/status`))?.[1];
  const ns = read(`${thread}/schedstat`).split(' ')[0];
  return { ns: Number(ns), switches: Number(switches ?? 0), name: read(`${thread}/comm`).trim() };
}
