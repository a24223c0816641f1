import * as nodeFileSystem from 'node:fs';
import type { FileSystem } from '../../../electron/workspace/file-system.ts';

/** Thrown by every call once the process is "dead": it runs no clean-up of ours any more. */
export class Crash extends Error {}

const EFFECTS = [
  'openSync',
  'closeSync',
  'linkSync',
  'unlinkSync',
  'renameSync',
  'mkdirSync',
  'rmdirSync',
  'lstatSync',
  'readdirSync',
  'readFileSync',
] as const;

type AnyCall = (...args: readonly unknown[]) => unknown;

/**
 * A file system whose process dies right before its effect number `at`; `count` tells how many there were.
 */
export function crashingFiles(at: number): { readonly files: FileSystem; readonly count: () => number } {
  const real: FileSystem = { ...nodeFileSystem };
  let effects = 0;
  const live = () => {
    effects += 1;
    if (effects >= at) throw new Crash(`killed before effect ${at}`);
  };
  const counted =
    (call: AnyCall, self?: object) =>
    (...args: readonly unknown[]) => {
      live();
      return call.apply(self, [...args]);
    };
  const calls = Object.fromEntries(EFFECTS.map((name) => [name, counted(real[name] as AnyCall)]));
  const open = async (...args: Parameters<typeof real.promises.open>) => {
    live();
    const handle = await real.promises.open(...args);
    for (const name of ['writeFile', 'chmod', 'sync'] as const) {
      Object.assign(handle, { [name]: counted(handle[name] as AnyCall, handle) });
    }
    return handle;
  };
  const files = { ...real, ...calls, promises: { ...real.promises, open } } as FileSystem;
  return { files, count: () => effects };
}
