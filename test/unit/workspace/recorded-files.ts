import type { FileSystem } from '../../../electron/workspace/file-system.ts';
import { filesWith } from './faulty-files.ts';

/** What reaches the disk, in order: `flush` of files and folders, and each change of a name. */
export function recordedFiles(root: string, record: string[], base: Partial<FileSystem> = {}): FileSystem {
  const real = filesWith(base);
  const short = (file: unknown) =>
    String(file)
      .replace(`${root}/`, '')
      .replace(/[0-9a-f]{16}/, '*');
  const open = async (...args: Parameters<typeof real.promises.open>) => {
    const handle = await real.promises.open(...args);
    const sync = handle.sync.bind(handle);
    return Object.assign(handle, {
      sync: () => {
        record.push(`flush ${short(args[0])}`);
        return sync();
      },
    });
  };
  const changes = Object.fromEntries(
    (['linkSync', 'renameSync', 'unlinkSync'] as const).map((name) => [
      name,
      (...args: [string, string]) => {
        record.push(`${name.replace('Sync', '')} ${args.map(short).join(' ')}`);
        (real[name] as (...all: string[]) => void)(...args);
      },
    ]),
  );
  return filesWith({ ...base, ...changes, promises: { ...real.promises, open } });
}
