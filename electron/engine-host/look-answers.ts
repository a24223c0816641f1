import { ok, type Result } from '../../shared/model/sync-error.ts';
import type { Network } from '../api/network.ts';
import type { ConnectionAtWork, EngineSource } from '../app/ports.ts';
import type { LookRequest, SessionFacts, Sessions } from '../app/running-session.ts';
import type { DoctorScene } from '../doctor/check.ts';
import { inEngine } from '../doctor/in-engine.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import { itemsView } from '../support/items-view.ts';
import type { Clock } from '../sync/ports.ts';
import type { ClientId, EngineCalls, HostCalls } from './engine-messages.ts';
import type { Answers, MessageChannel } from './message-channel.ts';

type LookAsk = Extract<keyof EngineCalls, `look.${string}` | 'doctor.run'>;

/** What a look works with. */
export interface LookParts {
  readonly sessions: Sessions;
  readonly engines: (facts: () => SessionFacts) => EngineSource;
  readonly network: (facts: () => SessionFacts) => Network;
  readonly stateDir: string;
  readonly clock: Clock;
}

type Examination = EngineCalls['doctor.run']['input'];

/** Looks that change nothing: of set-up, of the doctor, of a support bundle. */
export function lookAnswers(
  host: MessageChannel<HostCalls>,
  parts: LookParts,
): Pick<Answers<EngineCalls>, LookAsk> {
  const { sessions, engines, network, stateDir, clock } = parts;
  const token = (client: ClientId) => () => host.ask('token', client);

  function request({ client, connection, facts }: EngineCalls['look.count']['input']): LookRequest {
    return { connection, token: token(client), facts: () => facts };
  }

  function atWork(client: ClientId, subject: Examination['subject']): Result<ConnectionAtWork> {
    if (!subject.ok) return subject;
    return ok({
      connection: subject.value,
      token: token(client),
      tokenPlace: () => host.ask('token.place', client),
    });
  }

  function scene({ client, facts, subject, policy, desktop }: Examination): DoctorScene {
    return {
      subject: atWork(client, subject),
      policy,
      stateDir,
      platform: process.platform,
      engines: engines(() => facts),
      network: network(() => facts),
      clock,
      desktop: {
        keyring: () => host.ask('doctor.keyring', client),
        trayHost: () => desktop.trayHost,
        autostart: () => desktop.autostart,
      },
    };
  }

  return {
    'look.count': (input) => sessions.countItems(request(input)),
    'look.plan': (input) => sessions.planFirstSync(request(input)),
    'look.items': ({ client, connection, facts }) => {
      const source = engines(() => facts);
      return inEngine(source, { connection, token: token(client) }, 'local', itemsView);
    },
    'doctor.run': (input) =>
      runDoctor(scene(input), (report) => host.tell('doctor.progress', { client: input.client, report })),
  };
}
