import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../../build/project-paths.mjs';
import { BENCH_LSSN, BENCH_TOKEN } from './bench-connection.ts';
import { PEAK_REPORTING, type Ran, runProcess } from './run-process.ts';

/** A computer as the product sees it: a home, an Openclaw folder, a state folder. */
export interface Place {
  readonly home: string;
  readonly workspace: string;
  readonly stateDir: string;
}

/** The places under one folder; nothing is made but the folders above them. */
export function placeIn(root: string): Place {
  const home = join(root, 'home');
  const workspace = join(home, '.openclaw');
  mkdirSync(workspace, { recursive: true });
  return { home, workspace, stateDir: join(root, 'state') };
}

/** The same folder, never synced before. */
export function forgetState({ stateDir, workspace }: Place): void {
  for (const folder of [stateDir, join(workspace, '.openclaw-sync')])
    rmSync(folder, { recursive: true, force: true });
}

export const CLI = inProject('out', 'cli.mjs');

/** The words that say where a command works. */
export function placeWords({ workspace, stateDir }: Place, apiUrl: string): readonly string[] {
  const where = ['--workspace', workspace, '--state-dir', stateDir];
  return [...where, '--api-url', apiUrl, '--lssn', String(BENCH_LSSN)];
}

/** What a program finds there. */
export function placeEnvironment({ home }: Place): Readonly<Record<string, string>> {
  return { HOME: home, OPENCLAW_SYNC_TOKEN: BENCH_TOKEN };
}

export interface SyncOptions {
  /** Options for Node itself. */
  readonly node?: readonly string[];
  /** Tells its peak memory. */
  readonly peak?: boolean;
}

/** `sync` as people start it, in a process of its own; throws when it does not end in step with GIIP. */
export async function syncOnce(
  place: Place,
  apiUrl: string,
  { node = [], peak = false }: SyncOptions = {},
): Promise<Ran> {
  const words = [
    ...node,
    ...(peak ? PEAK_REPORTING : []),
    CLI,
    'sync',
    ...placeWords(place, apiUrl),
    '--json',
  ];
  const ran = await runProcess(process.execPath, words, { env: placeEnvironment(place) });
  if (ran.code === 0) return ran;
  throw new Error(`sync ended with ${ran.code}: ${ran.stdout.slice(0, 800)}${ran.stderr.slice(-800)}`);
}
