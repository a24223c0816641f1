import type { Result } from '../../shared/model/sync-error.ts';

/** The program and what it runs on. */
export interface About {
  readonly version: string;
  /** Electron, Chromium, Node and the like, as they name themselves. */
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly system: Readonly<Record<string, string | number | boolean | null>>;
}

/** How the folder and what is remembered of GIIP stand: counts, names and codes, never a text. */
export interface ItemsView {
  readonly counts: Readonly<Record<string, number>>;
  readonly bytes: Readonly<Record<string, number>>;
  readonly lastSuccess: string | null;
  readonly open: readonly { readonly path: string; readonly state: string; readonly reason: string }[];
  readonly recent: readonly {
    readonly time: string;
    readonly path: string;
    readonly kind: string;
    readonly code: string;
  }[];
  /** Every name that may stand in another part. */
  readonly names: readonly string[];
}

/** What a support bundle is made of. Each part may fail without holding up the others. */
export interface SupportPorts {
  readonly about: () => About;
  /** Without the token, which is none. */
  readonly settings: () => object;
  readonly policy: () => object;
  readonly doctor: () => Promise<object>;
  readonly items: () => Promise<Result<ItemsView>>;
  /** The folder of the logs. */
  readonly logs: string;
  /** Whatever must not stand in any file: tokens, passwords. */
  readonly secrets: () => Promise<readonly string[]>;
  readonly home: string;
  readonly now: () => Date;
  /** A part that could not be had: its name, and why for the log. */
  readonly failed: (part: string, cause: unknown) => void;
}
