import type { NetworkEnvironment } from '../../electron/api/environment-proxy.ts';
import type { ProxyUser } from '../../electron/api/proxy-resolver.ts';
import type { TransportAnswer } from '../../electron/api/transport.ts';
import type { Result } from '../../shared/model/sync-error.ts';

export interface BrowserOptions {
  /** Chromium's stack alone, directly or over `proxy`; else everything as it ships. */
  readonly only?: 'chromium';
  readonly proxy?: string;
  readonly user?: ProxyUser;
  /** The settings' proxy and CA file. */
  readonly setting?: string;
  readonly caFile?: string;
  readonly environment?: NetworkEnvironment;
  /** The URL of a PAC file, as the system would name it. */
  readonly pac?: string;
}

export type ToBrowser =
  | { readonly do: 'open'; readonly id: number; readonly options: BrowserOptions }
  | {
      readonly do: 'send';
      readonly id: number;
      readonly request: number;
      readonly method: 'POST' | 'PUT';
      readonly url: string;
      readonly body: string;
    }
  | { readonly do: 'abort'; readonly request: number }
  | { readonly do: 'close'; readonly id: number };

export type FromBrowser =
  | { readonly did: 'start' }
  | { readonly did: 'open' | 'close'; readonly id: number }
  | { readonly did: 'send'; readonly request: number; readonly result: Result<TransportAnswer> }
  | {
      readonly did: 'log';
      readonly id: number;
      readonly event: string;
      readonly fields: Readonly<Record<string, unknown>>;
    };
