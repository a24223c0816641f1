import type { HistoryVersion } from '../../shared/model/change.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { Engine } from './engine.ts';
import { LostText } from './lost-text.ts';
import type { Version } from './ports.ts';
import { utf8Bytes } from './utf8-bytes.ts';

/** Keeps a text reachable by `history`, whatever it means; call inside a transaction. */
export function rememberVersion(
  engine: Engine,
  path: ItemPath,
  version: Pick<Version, 'id'>,
  text: string,
  origin: HistoryVersion['origin'],
): void {
  engine.state.contents.put(version.id, text);
  engine.state.history.record({
    path,
    id: version.id,
    origin,
    time: engine.clock.now(),
    bytes: utf8Bytes(text),
  });
}

/** The same for a text that the store already holds. */
export function rememberKnown(
  engine: Engine,
  path: ItemPath,
  version: Version,
  origin: HistoryVersion['origin'],
): void {
  const text = engine.state.contents.get(version.id);
  if (text === undefined) throw new LostText(path);
  rememberVersion(engine, path, version, text, origin);
}

/** So that a merge and its push do not record the same texts in turn. */
const JUST_NOW_MS = 60 * 60_000;
const LATEST = 3;

/** The same, unless it was recorded just now. */
export function rememberReplaced(engine: Engine, path: ItemPath, version: Version): void {
  const { history } = engine.state;
  const since = engine.clock.now() - JUST_NOW_MS;
  const latest = history.list(path).slice(0, LATEST);
  const isKept = latest.some(({ id, time }) => time >= since && history.content(id)?.id === version.id);
  if (!isKept) rememberKnown(engine, path, version, 'server');
}
