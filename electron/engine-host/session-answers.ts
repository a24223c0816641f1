import type { CallInput } from '../../shared/ipc/contract.ts';
import type { CycleEnd, RunningSession, SessionFacts, Sessions } from '../app/running-session.ts';
import type { SessionCall } from '../app/session-calls.ts';
import type { Clock } from '../sync/ports.ts';
import type { ClientId, EngineCalls, HostCalls, SessionAct } from './engine-messages.ts';
import type { Answers, MessageChannel } from './message-channel.ts';
import { viewChanges } from './view-changes.ts';

type SessionAsk = Extract<keyof EngineCalls, `session.${string}`>;

interface Held {
  readonly session: RunningSession;
  facts: SessionFacts;
}

/** The lists themselves stay here: of thousands of items only the number is told. */
function lengthsOf(end: CycleEnd): CycleEnd {
  const { outcome, error, verified, ...lists } = end;
  const { pulled, pushed, merged, conflicts, held, rejected, deletedHere, goneOnServer } = lists;
  const only = ({ length }: { readonly length: number }) => ({ length });
  return {
    outcome,
    ...(error === undefined ? {} : { error }),
    verified,
    pulled: only(pulled),
    pushed: only(pushed),
    merged: only(merged),
    conflicts: only(conflicts),
    held: only(held),
    rejected: only(rejected),
    deletedHere: only(deletedHere),
    goneOnServer: only(goneOnServer),
  };
}

function perform(session: RunningSession, act: SessionAct): void {
  if (act.act === 'trigger') session.trigger(act.why);
  else if (act.act === 'pause') session.pause(act.until);
  else if (act.act === 'resume') session.resume();
  else session.factsChanged();
}

/** The sessions of the engine's thread, each under the id that main gave it. */
export function sessionAnswers(
  host: MessageChannel<HostCalls>,
  sessions: Sessions,
  clock: Clock,
): Pick<Answers<EngineCalls>, SessionAsk> {
  const known = new Map<ClientId, Held>();

  /** The session, with what holds for it now. */
  function reach(client: ClientId, facts: SessionFacts): RunningSession {
    const held = known.get(client);
    if (held === undefined) throw new Error('no such session');
    held.facts = facts;
    return held.session;
  }

  return {
    'session.begin'({ client, connection, facts, pause }) {
      const held: Held = {
        facts,
        session: sessions.begin({
          connection,
          token: () => host.ask('token', client),
          facts: () => held.facts,
          onChange: () => changed(),
          onCycleEnd: (end) => host.tell('cycle.ended', { client, end: lengthsOf(end) }),
        }),
      };
      const { session } = held;
      const changed = viewChanges(clock, session.view, (change) => host.tell('view', { client, change }));
      known.set(client, held);
      if (pause !== null) session.pause(pause.until);
      session.start();
      return null;
    },
    'session.act'({ client, facts, act }) {
      perform(reach(client, facts), act);
      return null;
    },
    'session.call'({ client, facts, name, input }) {
      // Main has judged the input by the schema of this name.
      return reach(client, facts).call(name, input as CallInput<SessionCall>);
    },
    async 'session.stop'({ client }) {
      const held = known.get(client);
      known.delete(client);
      await held?.session.stop();
      return null;
    },
  };
}
