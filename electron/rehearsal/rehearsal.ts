import type { Connection } from '../../shared/model/app-snapshot.ts';
import { type Stage, setUpStage } from './stage.ts';

interface Access {
  readonly connection: Connection;
  readonly token: string;
}

/** The stage as the application uses it: at most one stands, and starting again answers the one that does. */
export function createRehearsal(): { start(): Promise<Access>; stop(): Promise<void> } {
  let standing: Promise<Stage> | null = null;
  return {
    async start() {
      standing ??= setUpStage().catch((cause: unknown) => {
        // A full disk, say: the next try begins anew.
        standing = null;
        throw cause;
      });
      const { connection, token } = await standing;
      return { connection, token };
    },
    async stop() {
      const stage = await standing;
      standing = null;
      await stage?.close();
    },
  };
}
