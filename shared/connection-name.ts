import type { Connection } from './model/app-snapshot.ts';

type Named = Pick<Connection, 'workspace' | 'lssn'>;

function lastParts(workspace: string, count: number): string {
  return workspace
    .split(/[\\/]/u)
    .filter((part) => part !== '')
    .slice(-count)
    .join('/');
}

/** What a connection is called: its folder's name and its server number, with the folders above where others are called so too. */
export function connectionName(connection: Named, all: readonly Named[]): string {
  const { workspace, lssn } = connection;
  const others = all.filter((one) => one.lssn === lssn && one.workspace !== workspace);
  const depth = workspace.split(/[\\/]/u).length;
  let count = 1;
  while (
    count < depth &&
    others.some((one) => lastParts(one.workspace, count) === lastParts(workspace, count))
  )
    count += 1;
  return `${lastParts(workspace, count) || workspace} · ${lssn}`;
}
