import { useState } from 'react';
import type { SetupPlan } from '../../../shared/ipc/contract.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { useApi } from '../../hooks/use-api.ts';
import type { FirstChoices } from './first-choices.ts';
import type { SetupValues } from './setup-input.ts';
import { setupInput } from './setup-input.ts';
import type { Waiting } from './use-first-choices.ts';
import type { SetupForm } from './use-setup-form.ts';
import { useSetupForm } from './use-setup-form.ts';

type SetupStep =
  | { readonly name: 'form' }
  | { readonly name: 'plan'; readonly plan: SetupPlan }
  | { readonly name: 'done'; readonly waiting: Waiting | null };

type SetupBusy = 'test' | 'plan' | 'start' | 'rehearsal' | null;

/** Set-up as a walk: form → plan → done. */
export interface Setup {
  readonly form: SetupForm;
  readonly step: SetupStep;
  readonly busy: SetupBusy;
  /** How many items GIIP holds, after a test that went well with the values as they stand. */
  readonly found: number | null;
  readonly error: SyncError | null;
  readonly test: () => Promise<void>;
  readonly plan: () => Promise<void>;
  readonly start: (choices: FirstChoices) => Promise<void>;
  readonly rehearse: () => Promise<void>;
  readonly back: () => void;
}

/** Walks through set-up. A failure leads back to the form, next to the field that it speaks of. */
export function useSetup(): Setup {
  const api = useApi();
  const form = useSetupForm();
  const [step, setStep] = useState<SetupStep>({ name: 'form' });
  const [busy, setBusy] = useState<SetupBusy>(null);
  const [tested, setTested] = useState<{ values: SetupValues; items: number } | null>(null);
  const [error, setError] = useState<SyncError | null>(null);

  const begin = (what: SetupBusy): void => {
    setBusy(what);
    setError(null);
    setTested(null);
  };
  const failed = (failure: SyncError): void => {
    setStep({ name: 'form' });
    if (!form.place(failure)) setError(failure);
  };

  const test = async (): Promise<void> => {
    if (!form.checkAll()) return;
    begin('test');
    const answer = await api.call('setup.test', setupInput(form.values));
    setBusy(null);
    if (answer.ok) setTested({ values: form.values, items: answer.value.items });
    else failed(answer.error);
  };
  const plan = async (): Promise<void> => {
    if (!form.checkAll()) return;
    begin('plan');
    const answer = await api.call('setup.plan', setupInput(form.values));
    setBusy(null);
    if (answer.ok) setStep({ name: 'plan', plan: answer.value });
    else failed(answer.error);
  };
  const start = async (choices: FirstChoices): Promise<void> => {
    begin('start');
    const since = Date.now();
    const answer = await api.call('setup.start', setupInput(form.values));
    setBusy(null);
    if (answer.ok) setStep({ name: 'done', waiting: choices.size === 0 ? null : { choices, since } });
    else failed(answer.error);
  };
  const rehearse = async (): Promise<void> => {
    begin('rehearsal');
    const answer = await api.call('rehearsal.start', null);
    setBusy(null);
    if (answer.ok) setStep({ name: 'done', waiting: null });
    else setError(answer.error);
  };
  return {
    form,
    step,
    busy,
    found: tested?.values === form.values ? tested.items : null,
    error,
    test,
    plan,
    start,
    rehearse,
    back: () => setStep({ name: 'form' }),
  };
}
