import type { Settings } from '../../shared/model/settings.ts';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import { allowedChange } from '../../shared/policy/managed-change.ts';
import type { PolicyKeeper, SettingsKeeper } from '../app/ports.ts';
import type { SettingsProblem, SettingsStore } from '../stores/settings-store.ts';

/** The settings store, with the machine's policy on top: defaults, then the person's settings, then the policy. */
export class ManagedSettings implements SettingsKeeper {
  readonly #store: SettingsStore;
  readonly #policy: PolicyKeeper;

  constructor(store: SettingsStore, policy: PolicyKeeper) {
    this.#store = store;
    this.#policy = policy;
  }

  /** What holds now. */
  get(): Settings {
    return { ...this.#store.get(), ...this.#policy.current().settings };
  }

  /** What could not be used of the settings file. */
  problems(): readonly SettingsProblem[] {
    return this.#store.problems();
  }

  /** Changes some settings, or none. Errors: managed, and those of the store. */
  update(change: Partial<Settings>): Result<Settings> {
    const allowed = allowedChange(this.#policy.current(), change);
    if (!allowed.ok) return allowed;
    const updated = Object.keys(allowed.value).length === 0 ? ok(null) : this.#store.update(allowed.value);
    return updated.ok ? ok(this.get()) : updated;
  }

  /** Called after every change of a setting, by a person or by the policy; answers a function that ends it. */
  onChange(listener: (settings: Settings) => void): () => void {
    const tell = (): void => listener(this.get());
    const ends = [this.#store.onChange(tell), this.#policy.onChange(tell)];
    return () => {
      for (const end of ends) end();
    };
  }
}
