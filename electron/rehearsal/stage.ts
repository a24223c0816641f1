import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Connection } from '../../shared/model/app-snapshot.ts';
import { startGiipServer } from './giip-server.ts';
import { contentOf, SAMPLE_HERE, SAMPLE_THERE, textIn } from './sample-content.ts';

/** A pretend GIIP with a folder that nobody else uses, and both sides' hands. */
export interface Stage {
  readonly connection: Connection;
  readonly token: string;
  /** A folder for whoever keeps state about the stage; it goes with the stage. */
  readonly stateDir: string;
  here(path: string): Promise<string | null>;
  there(path: string): string | null;
  /** What a person at this computer does. */
  editHere(path: string, text: string): Promise<void>;
  /** What somebody does in GIIP's web console. */
  editThere(path: string, text: string): void;
  close(): Promise<void>;
}

const LSSN = 71;

/** Sets up the sample on both sides: some of it only here, some only there, one document that differs. */
export async function setUpStage(): Promise<Stage> {
  const token = randomBytes(16).toString('hex');
  const root = await realpath(await mkdtemp(join(tmpdir(), 'openclaw-rehearsal-')));
  const workspace = join(root, '.openclaw');
  const server = await startGiipServer({ token });
  const { store } = server;
  async function editHere(path: string, text: string): Promise<void> {
    const file = join(workspace, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  for (const [path, text] of Object.entries(SAMPLE_HERE)) await editHere(path, text);
  store.merge(LSSN, contentOf(SAMPLE_THERE));
  return {
    connection: { apiUrl: server.url, lssn: LSSN, workspace },
    token,
    stateDir: join(root, 'state'),
    here: (path) => readFile(join(workspace, path), 'utf8').catch(() => null),
    there: (path) => textIn(store.read(LSSN), path),
    editHere,
    editThere: (path, text) => store.merge(LSSN, contentOf({ [path]: text })),
    async close() {
      await server.close();
      await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
