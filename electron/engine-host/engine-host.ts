import type { DoctorReport } from '../../shared/model/doctor.ts';
import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import type { ConnectionAtWork } from '../app/ports.ts';
import type { LookRequest, SessionFacts, Sessions } from '../app/running-session.ts';
import type { DesktopFacts } from '../doctor/check.ts';
import type { ItemsView } from '../support/ports.ts';
import type { Clock, Log, Random } from '../sync/ports.ts';
import { type EngineClient, engineClients } from './engine-clients.ts';
import type { ClientId } from './engine-messages.ts';
import { type EngineChannel, type EngineThreadOptions, engineThread } from './engine-thread.ts';
import { type HostNetwork, hostAnswers } from './host-answers.ts';
import { orEngineEnded, remoteSession } from './remote-session.ts';
import type { WatchFolder } from './watch-desk.ts';

export interface EngineHostOptions extends Pick<EngineThreadOptions, 'program' | 'start' | 'environment'> {
  readonly network: HostNetwork;
  readonly watch: WatchFolder;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** What the doctor looks at. */
export interface Examination {
  readonly subject: Result<ConnectionAtWork>;
  readonly facts: SessionFacts;
  readonly policy: MachinePolicy;
  readonly desktop: DesktopFacts;
}

/** The engine of the tray application: one thread for all connections, started when it is first needed. */
export interface EngineHost extends Sessions {
  /** How everything of a connection stands, for a support bundle. */
  items(request: LookRequest): Promise<Result<ItemsView>>;
  examine(examination: Examination, onProgress: (report: DoctorReport) => void): Promise<DoctorReport>;
  /** Ends the thread for good; sessions are stopped before. */
  end(): Promise<void>;
}

export function openEngineHost(options: EngineHostOptions): EngineHost {
  const { clock, random, log } = options;
  const clients = engineClients();
  const { answers, endAll } = hostAnswers(clients, { ...options, engine: () => thread.reach() });
  const thread = engineThread({
    ...options,
    answers,
    onDeath() {
      endAll().catch(() => log.write('warn', 'watcher-failed'));
      for (const client of clients.all()) client.died?.();
    },
  });

  async function during<T>(
    client: EngineClient,
    work: (engine: EngineChannel, id: ClientId) => Promise<T>,
  ): Promise<T> {
    const id = clients.add(client);
    try {
      return await work(thread.reach(), id);
    } finally {
      clients.remove(id);
    }
  }

  function look<N extends 'look.count' | 'look.plan' | 'look.items'>(
    name: N,
    { connection, token, facts }: LookRequest,
  ) {
    return during({ token }, (engine, client) => engine.ask(name, { client, connection, facts: facts() }));
  }

  return {
    begin: (request) => remoteSession({ thread, clients, clock, random }, request),
    countItems: (request) => orEngineEnded(() => look('look.count', request)),
    planFirstSync: (request) => orEngineEnded(() => look('look.plan', request)),
    items: (request) => orEngineEnded(() => look('look.items', request)),
    examine({ subject, facts, policy, desktop }, onProgress) {
      const at = subject.ok ? subject.value : null;
      const client: EngineClient = {
        token: async () => (at === null ? { ok: false, error: { code: 'token-missing' } } : at.token()),
        ...(at === null ? {} : { tokenPlace: at.tokenPlace }),
        keyring: desktop.keyring,
        examined: onProgress,
      };
      return during(client, (engine, id) =>
        engine.ask('doctor.run', {
          client: id,
          facts,
          subject:
            at === null
              ? (subject as Extract<typeof subject, { ok: false }>)
              : { ok: true, value: at.connection },
          policy,
          desktop: { trayHost: desktop.trayHost(), autostart: desktop.autostart() },
        }),
      );
    },
    async end() {
      await thread.end();
      await endAll();
    },
  };
}
