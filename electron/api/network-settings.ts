/** How this computer reaches the network. */
export interface NetworkSettings {
  /** Proxy for https, as in HTTPS_PROXY; may hold a user name and a password. */
  readonly httpsProxy?: string | undefined;
  /** Hosts that are reached without it, as in NO_PROXY. */
  readonly noProxy?: string | undefined;
  /** PEM file with authorities that are trusted besides the built-in ones. */
  readonly extraCaFile?: string | undefined;
}

/** Read by ourselves: Electron ignores NODE_EXTRA_CA_CERTS where its options fuse is off. */
export function networkSettings(env: Readonly<Record<string, string | undefined>>): NetworkSettings {
  return {
    httpsProxy: env.https_proxy || env.HTTPS_PROXY,
    noProxy: env.no_proxy || env.NO_PROXY,
    extraCaFile: env.NODE_EXTRA_CA_CERTS,
  };
}
