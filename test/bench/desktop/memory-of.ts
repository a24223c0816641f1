import { processTree, read } from './process-tree.ts';

/** In megabytes, shared pages divided among those who share them. */
export interface Memory {
  readonly processes: number;
  readonly pss: number;
  readonly anon: number;
}

/** What a program and everything that it has started hold in memory. */
export function memoryOf(pid: number): Memory {
  const rollups = processTree(pid).map((each) => read(`/proc/${each}/smaps_rollup`));
  const sum = (field: RegExp): number =>
    rollups.reduce((total, rollup) => total + Number(field.exec(rollup)?.[1] ?? 0), 0) / 1024;
  return {
    processes: rollups.filter((rollup) => rollup !== '').length,
    pss: sum(/^Pss:\s+(\d+)/m),
    anon: sum(/^Pss_Anon:\s+(\d+)/m),
  };
}
