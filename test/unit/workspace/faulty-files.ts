import * as nodeFileSystem from 'node:fs';
import type { FileSystem } from '../../../electron/workspace/file-system.ts';

const REAL: FileSystem = { ...nodeFileSystem };

/** An error as the kernel gives it. */
export function errno(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code, syscall: 'test' });
}

/** The real file system with some calls replaced. */
export function filesWith(replaced: Partial<FileSystem>): FileSystem {
  return { ...REAL, ...replaced };
}

type SyncCall = 'linkSync' | 'renameSync' | 'openSync' | 'unlinkSync' | 'readSync' | 'lstatSync';

/**
 * Runs `act` right before the first call of one function that `when` accepts; what it throws is that call's
 * error.
 */
export function justBefore(
  name: SyncCall,
  act: () => void,
  when: (...args: readonly unknown[]) => boolean = () => true,
): FileSystem {
  let done = false;
  const real = REAL[name] as (...args: readonly unknown[]) => unknown;
  const wrapped = (...args: readonly unknown[]) => {
    const isNow = !done && when(...args);
    if (isNow) done = true;
    if (isNow) act();
    return real(...args);
  };
  return filesWith({ [name]: wrapped });
}

/** Every call of one function fails. */
export function always(
  name: SyncCall,
  code: string,
  when: (...args: readonly unknown[]) => boolean = () => true,
): FileSystem {
  const real = REAL[name] as (...args: readonly unknown[]) => unknown;
  const wrapped = (...args: readonly unknown[]) => {
    if (when(...args)) throw errno(code);
    return real(...args);
  };
  return filesWith({ [name]: wrapped });
}
