import { useCallback, useState } from 'react';
import type {
  ConflictDecision,
  ConflictTexts,
  KeyRule,
  SeenTexts,
  Side,
} from '../../../shared/model/conflict.ts';
import type { RestoreStep } from '../../../shared/model/history.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import type { SecretDecision } from '../../../shared/model/secret.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { conflictText } from '../../conflict-text.ts';
import { useApi } from '../../hooks/use-api.ts';

/** What was done, and what can be done about it. */
export interface Notice {
  readonly words: string;
  /** The run that "Undo" takes back and what that would do; null: nothing to take back. */
  readonly undo: { readonly run: number; readonly steps: readonly RestoreStep[] } | null;
  readonly offer: KeyRule | null;
  /** Items of a decision for many that could not be settled. */
  readonly failed: readonly { readonly path: ItemPath; readonly error: SyncError }[];
}

export type ManyItems = readonly { readonly path: ItemPath; readonly seen: SeenTexts }[];

/** Decisions on their way to the main process, and what came of the last one. */
export interface Settling {
  /** The paths that are being settled right now. */
  readonly busy: ReadonlySet<ItemPath>;
  readonly notice: Notice | null;
  readonly error: SyncError | null;
  readonly settle: (texts: ConflictTexts, decision: ConflictDecision) => Promise<boolean>;
  /** Answers which of them are settled. */
  readonly settleMany: (items: ManyItems, take: Side | 'both') => Promise<readonly ItemPath[]>;
  readonly approve: (paths: readonly ItemPath[] | null) => Promise<void>;
  readonly decideSecret: (paths: readonly ItemPath[], decision: SecretDecision) => Promise<void>;
  readonly decideGone: (paths: readonly ItemPath[], decision: 'keep' | 'send') => Promise<void>;
  readonly addRule: (rule: KeyRule) => Promise<void>;
  readonly undoing: boolean;
  readonly undo: (run: number) => Promise<void>;
  readonly dismiss: () => void;
}

const IDLE: ReadonlySet<ItemPath> = new Set();
const said = (words: string): Notice => ({ words, undo: null, offer: null, failed: [] });

/** Carries out decisions. Only one at a time is under way; its answer becomes a notice with the way back. */
export function useSettling(): Settling {
  const api = useApi();
  const [busy, setBusy] = useState(IDLE);
  const [undoing, setUndoing] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [error, setError] = useState<SyncError | null>(null);

  const tell = useCallback(
    async (run: number | null, told: Omit<Notice, 'undo'>): Promise<void> => {
      const plan = run === null ? null : await api.call('history.undoPlan', run);
      const steps = plan?.ok === true ? (plan.value?.steps ?? []) : [];
      setNotice({ ...told, undo: run === null || steps.length === 0 ? null : { run, steps } });
    },
    [api],
  );

  /** Runs one decision: what it concerns cannot be decided a second time meanwhile. */
  const during = useCallback(async <T>(paths: readonly ItemPath[], work: () => Promise<T>): Promise<T> => {
    setBusy(new Set(paths));
    setError(null);
    try {
      return await work();
    } finally {
      setBusy(IDLE);
    }
  }, []);

  const settle = useCallback(
    ({ path, seen }: ConflictTexts, decision: ConflictDecision) =>
      during([path], async () => {
        const answer = await api.call('conflict.resolve', { path, decision, seen });
        if (!answer.ok) {
          setError(answer.error);
          return false;
        }
        const { run, offer } = answer.value;
        await tell(run, { words: conflictText.settled(decision.take, path), offer, failed: [] });
        return true;
      }),
    [api, during, tell],
  );

  const settleMany = useCallback(
    (items: ManyItems, take: Side | 'both') =>
      during(
        items.map(({ path }) => path),
        async () => {
          const answer = await api.call('conflict.resolveMany', { items, take });
          if (!answer.ok) {
            setError(answer.error);
            return [];
          }
          const { run, done, failed } = answer.value;
          const words = conflictText.settled(take, conflictText.files(done.length));
          await tell(done.length === 0 ? null : run, { words, offer: null, failed });
          return done;
        },
      ),
    [api, during, tell],
  );

  const approve = useCallback(
    async (paths: readonly ItemPath[] | null) => {
      const answer = await api.call('held.approve', paths);
      setError(answer.ok ? null : answer.error);
    },
    [api],
  );

  const decideSecret = useCallback(
    async (paths: readonly ItemPath[], decision: SecretDecision) => {
      const answer = await api.call('secret.decide', { paths, decision });
      setError(answer.ok ? null : answer.error);
    },
    [api],
  );

  const decideGone = useCallback(
    (paths: readonly ItemPath[], decision: 'keep' | 'send') =>
      during(paths, async () => {
        for (const path of paths) {
          const answer = await api.call('gone.decide', { path, decision });
          if (!answer.ok) setError(answer.error);
        }
      }),
    [api, during],
  );

  const addRule = useCallback(
    async (rule: KeyRule) => {
      const answer = await api.call('rules.add', rule);
      if (answer.ok) setNotice(said(conflictText.ruleAdded));
      else setError(answer.error);
    },
    [api],
  );

  const undo = useCallback(
    async (run: number) => {
      setUndoing(true);
      const answer = await api.call('history.undo', run);
      setUndoing(false);
      if (!answer.ok) return setError(answer.error);
      const { done, failed } = answer.value;
      return setNotice({ ...said(conflictText.undone(done.length)), failed });
    },
    [api],
  );

  const dismiss = useCallback(() => {
    setNotice(null);
    setError(null);
  }, []);
  return {
    busy,
    notice,
    error,
    settle,
    settleMany,
    approve,
    decideSecret,
    decideGone,
    addRule,
    undoing,
    undo,
    dismiss,
  };
}
