import type { KeyObject } from 'node:crypto';
import type { AppUpdater, UpdateInfo } from 'electron-updater';
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js';
import { isSignedFeed } from '../updates/feed-signature.ts';
import { feedFault, type UpdatePlatform } from '../updates/judge-feed.ts';
import { FeedRefused } from '../updates/update-failure.ts';

export interface SignedFeedOptions {
  readonly feed: URL;
  readonly key: KeyObject;
  readonly platform: UpdatePlatform;
}

type RuntimeOptions = ConstructorParameters<typeof GenericProvider>[2];

/**
 * electron-updater's feed of plain files, believed only with the publisher's signature: `latest*.yml.sig` beside it is
 * checked on the bytes that came, before anything reads them.
 */
class SignedFeed extends GenericProvider {
  readonly #options: SignedFeedOptions;

  constructor(options: SignedFeedOptions, updater: AppUpdater, runtime: RuntimeOptions) {
    super({ provider: 'generic', url: options.feed.href }, updater, runtime);
    this.#options = options;
  }

  override async getLatestVersion(): Promise<UpdateInfo> {
    const info = await super.getLatestVersion();
    const fault = feedFault(info, this.#options.platform);
    if (fault !== null) throw new FeedRefused(fault);
    return info;
  }

  /** The library would send a number with which the server could tell this computer from others. */
  override setRequestHeaders(): void {
    super.setRequestHeaders(null);
  }

  protected override async httpRequest(url: URL): Promise<string | null> {
    const signature = new URL(url);
    signature.pathname += '.sig';
    const feed = await super.httpRequest(url);
    const signed = await super.httpRequest(signature);
    const isSigned = feed !== null && signed !== null && isSignedFeed(feed, signed, this.#options.key);
    if (!isSigned) throw new FeedRefused('signature');
    return feed;
  }
}

/** The library makes its feed itself; this is the one that knows the key. */
export function signedFeed(
  options: SignedFeedOptions,
): new (
  given: unknown,
  updater: AppUpdater,
  runtime: RuntimeOptions,
) => GenericProvider {
  return class extends SignedFeed {
    constructor(_given: unknown, updater: AppUpdater, runtime: RuntimeOptions) {
      super(options, updater, runtime);
    }
  };
}
