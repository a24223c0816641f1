import type { HistoryVersion } from '../../shared/model/change.ts';
import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import { ok, type SyncError } from '../../shared/model/sync-error.ts';
import { outcomeOf } from '../sync/report.ts';
import { restoreVersion } from '../sync/restore.ts';
import { type CommandContext, withEngine } from './command-context.ts';
import { itemPath } from './item-path.ts';
import { errorJson } from './report-json.ts';

function refuse(
  { console }: CommandContext,
  error: SyncError,
  rest: Readonly<Record<string, unknown>>,
): number {
  console.complain(error);
  console.json({ ...rest, outcome: outcomeOf(error), error: errorJson(error) });
  return EXIT_CODES[outcomeOf(error)];
}

function versionJson({ id, path, time, origin, bytes }: HistoryVersion): Readonly<Record<string, unknown>> {
  return { id, path, time: new Date(time).toISOString(), origin, bytes };
}

const ORIGINS: Readonly<Record<HistoryVersion['origin'], string>> = {
  local: 'this computer',
  server: 'GIIP',
  merged: 'joined',
};

/** `history [PATH]`: kept versions, newest first. */
export async function historyCommand(context: CommandContext): Promise<number> {
  const { line, connection, console } = context;
  const path = line.path === null ? undefined : itemPath(connection.workspace, line.path);
  const result = await withEngine(context, 'local', async ({ engine }) =>
    ok(engine.state.history.list(path)),
  );
  if (!result.ok) return refuse(context, result.error, { versions: [] });
  for (const version of result.value) {
    console.say(
      `${version.id.padEnd(8)} ${new Date(version.time).toISOString()} ${ORIGINS[version.origin].padEnd(13)} ${String(version.bytes).padStart(9)} bytes  ${version.path}`,
    );
  }
  if (result.value.length === 0) console.say('No versions are kept yet.');
  console.json({ versions: result.value.map(versionJson) });
  return EXIT_CODES.inSync;
}

/** `restore PATH --version ID`: puts a version back; itself undoable, and the next sync pushes it. */
export async function restoreCommand(context: CommandContext): Promise<number> {
  const { line, connection, console } = context;
  const { path: typed, versionId } = line;
  if (typed === null || versionId === undefined)
    return refuse(
      context,
      { code: 'usage', detail: 'restore needs PATH and --version ID' },
      { restored: null },
    );
  const path = itemPath(connection.workspace, typed);
  const result = await withEngine(context, 'work', ({ engine }) => restoreVersion(engine, path, versionId));
  if (!result.ok) return refuse(context, result.error, { restored: null });
  console.say(
    `Restored ${path} to version ${versionId}. What stood there is in its history; the next sync sends it.`,
  );
  console.json({ outcome: 'inSync', restored: { path, id: versionId } });
  return EXIT_CODES.inSync;
}
