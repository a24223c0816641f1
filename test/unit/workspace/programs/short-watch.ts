import { watchWorkspace } from '../../../../electron/workspace/workspace-watcher.ts';

/** Watches, stops watching, and must then come to its end by itself. */
const end = await watchWorkspace(
  process.argv[2] ?? '',
  () => undefined,
  () => undefined,
);
await end();
process.stdout.write('ended\n');
