import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Smaller, and what a large sync needs a moment longer is taken for what stays, which costs more to look through. */
const ENOUGH_BYTES = 16 * 1024 * 1024;

function youngBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
}

/**
 * What lives shortly keeps to 16 megabytes. By itself V8 lets that part of the heap grow to 134 before it looks for what
 * can go, which is most of what a large sync takes at its peak.
 */
export function keepYoungHeapSmall(): void {
  const observer = new PerformanceObserver(() => {
    if (youngBytes() < ENOUGH_BYTES) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
}
