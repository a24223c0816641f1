import { useEffect, useState } from 'react';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { useApi } from '../../hooks/use-api.ts';
import { useSnapshot } from '../../hooks/use-snapshot.ts';

/** The settings as the main process has them; a change is saved at once. */
interface EditedSettings {
  readonly settings: Settings | null;
  readonly saved: boolean;
  readonly error: SyncError | null;
  readonly update: (change: CallInput<'settings.update'>) => void;
}

/** Shows a change at once and takes it back when it could not be saved. */
export function useSettings(): EditedSettings {
  const api = useApi();
  const policyRevision = useSnapshot()?.policyRevision;
  const [settings, setSettings] = useState<Settings | null>(null);
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<SyncError | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the policy is a reason to ask again
  useEffect(() => {
    const load = async (): Promise<void> => {
      const answer = await api.call('settings.get', null);
      if (answer.ok) setSettings(answer.value);
      else setError(answer.error);
    };
    const follow = (): void => void load();
    follow();
    // What the operating system holds may have been changed in its own settings meanwhile.
    window.addEventListener('focus', follow);
    return () => window.removeEventListener('focus', follow);
  }, [api, policyRevision]);

  const update = async (change: CallInput<'settings.update'>): Promise<void> => {
    const before = settings;
    if (before === null) return;
    setSaved(false);
    setError(null);
    setSettings({ ...before, ...change });
    const answer = await api.call('settings.update', change);
    setSettings(answer.ok ? answer.value : before);
    setSaved(answer.ok);
    if (!answer.ok) setError(answer.error);
  };
  return { settings, saved, error, update: (change) => void update(change) };
}
