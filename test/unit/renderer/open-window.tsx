import { render } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { userEvent } from '@testing-library/user-event';
import { App } from '../../../renderer/app.tsx';
import { snapshotStore } from '../../../renderer/snapshot-store.ts';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import type { NetworkState } from '../../../shared/model/network-state.ts';
import { ok } from '../../../shared/model/sync-error.ts';
import type { Answers } from './fake-api.ts';
import { FakeApi } from './fake-api.ts';

export interface OpenWindow {
  readonly api: FakeApi;
  readonly user: UserEvent;
}

/** What most computers have, so that only the tests of the network speak of it. */
const DIRECT: NetworkState = {
  ways: [{ proxy: null, source: 'system' }],
  problem: null,
  user: 'none',
  caProblem: null,
};

/** Opens one of the windows on a fake bridge. */
export function openWindow(view: string, snapshot: AppSnapshot, answers: Answers = {}): OpenWindow {
  const api = new FakeApi({
    'snapshot.get': () => ok(snapshot),
    'network.get': () => ok(DIRECT),
    ...answers,
  });
  render(<App api={api} store={snapshotStore(api)} view={view} />);
  return { api, user: userEvent.setup() };
}
