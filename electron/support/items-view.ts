import { ok, type Result } from '../../shared/model/sync-error.ts';
import { type CurrentStatus, currentStatus } from '../app/current-status.ts';
import type { Engine } from '../sync/engine.ts';
import type { ItemsView } from './ports.ts';

type Open = ItemsView['open'];

/** So many of each list: the counts tell of the others. */
const SHOWN = 500;

function iso(time: number): string {
  return new Date(time).toISOString();
}

function openItems(status: CurrentStatus): Open {
  const named = (
    state: string,
    entries: readonly { readonly path: string; readonly reason: string }[],
  ): Open => entries.slice(0, SHOWN).map(({ path, reason }) => ({ path, state, reason }));
  const plain = (paths: readonly string[]) => paths.map((path) => ({ path, reason: '' }));
  const coded = <T extends { readonly path: string; readonly reason: { readonly code: string } }>(
    list: readonly T[],
  ) => list.map(({ path, reason }) => ({ path, reason: reason.code }));
  return [
    ...named('conflict', coded(status.conflicts)),
    ...named('held', coded(status.held)),
    ...named('pending', coded(status.pending)),
    ...named('rejected', status.rejected),
    ...named('deleted-here', plain(status.deletedHere)),
    ...named('gone-on-giip', plain(status.goneOnServer)),
  ];
}

function countsOf(engine: Engine, status: CurrentStatus): ItemsView['counts'] {
  const { state } = engine;
  return {
    agreed: state.base.all().length,
    heardOfGiip: state.remote.all().length,
    conflicts: status.conflicts.length,
    held: status.held.length,
    pending: status.pending.length,
    rejected: status.rejected.length,
    deletedHere: status.deletedHere.length,
    goneOnGiip: status.goneOnServer.length,
    unsentIntents: state.intents.all().length,
    refusedByGiip: state.refusals.all().length,
    keptVersions: state.history.size().versions,
  };
}

/** How everything stands, from this computer and what is remembered of GIIP. Nothing is written, nobody is asked. */
export async function itemsView(engine: Engine): Promise<Result<ItemsView>> {
  const status = await currentStatus(engine);
  if (!status.ok) return status;
  const listing = await engine.workspace.list();
  if (!listing.ok) return listing;
  const { items, refused } = listing.value;
  const sizes = items.map(({ bytes }) => bytes ?? 0);
  const { lastSuccess, activity } = status.value;
  const open = openItems(status.value);
  const known = [items, refused, engine.state.base.all(), engine.state.remote.all(), open].flat();
  return ok({
    counts: { filesHere: items.length, refusedNames: refused.length, ...countsOf(engine, status.value) },
    bytes: {
      filesHere: sizes.reduce((sum, bytes) => sum + bytes, 0),
      largestFile: sizes.reduce((most, bytes) => Math.max(most, bytes), 0),
      database: engine.state.history.size().bytes,
    },
    lastSuccess: lastSuccess === null ? null : iso(lastSuccess),
    open,
    recent: activity.map(({ time, path, kind, code, reason }) => ({
      time: iso(time),
      path: path ?? '',
      kind,
      code: code ?? reason?.code ?? '',
    })),
    names: [...new Set(known.map(({ path }) => path))],
  });
}
