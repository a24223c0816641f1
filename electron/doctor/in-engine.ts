import type { Result } from '../../shared/model/sync-error.ts';
import type { ConnectionAtWork, EngineSource, OpenMode } from '../app/ports.ts';
import type { Engine } from '../sync/engine.ts';

/** Opens the engine, looks, closes everything whatever happened. */
export async function inEngine<T>(
  engines: EngineSource,
  { connection, token }: Pick<ConnectionAtWork, 'connection' | 'token'>,
  mode: OpenMode,
  work: (engine: Engine) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await engines.open(connection, token, mode);
  if (!opened.ok) return opened;
  try {
    return await work(opened.value.engine);
  } finally {
    await opened.value.close();
  }
}
