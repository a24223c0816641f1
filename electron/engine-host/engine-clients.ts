import type { DoctorReport, TokenPlace } from '../../shared/model/doctor.ts';
import type { CycleEnd } from '../app/running-session.ts';
import type { TokenSource } from '../app/token-source.ts';
import type { DesktopFacts } from '../doctor/check.ts';
import type { ClientId, ViewChange } from './engine-messages.ts';

/** Whoever the engine works for, as this side knows it. */
export interface EngineClient {
  readonly token: TokenSource;
  tokenPlace?(): Promise<TokenPlace>;
  keyring?: DesktopFacts['keyring'];
  viewChanged?(change: ViewChange): void;
  cycleEnded?(end: CycleEnd): void;
  examined?(report: DoctorReport): void;
  /** The engine's thread has died. */
  died?(): void;
}

/** Those that the engine works for, by their ids. */
export interface EngineClients {
  add(client: EngineClient): ClientId;
  get(id: ClientId): EngineClient | undefined;
  remove(id: ClientId): void;
  all(): readonly EngineClient[];
}

export function engineClients(): EngineClients {
  const known = new Map<ClientId, EngineClient>();
  let last = 0;
  return {
    add(client) {
      last += 1;
      known.set(last, client);
      return last;
    },
    get: (id) => known.get(id),
    remove: (id) => void known.delete(id),
    all: () => [...known.values()],
  };
}
