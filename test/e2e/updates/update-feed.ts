import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const FEED = '/latest-linux.yml';

interface Offer {
  readonly version: string;
  readonly program: string;
  /** Per cent of the computers that it is for. */
  readonly staging?: number;
}

/** A server of updates as a publisher runs one: plain files, a feed with hashes, and its signature. */
export class UpdateFeed {
  readonly publicKey: string;
  /** Every path that was asked for, without what stands behind it. */
  readonly requests: string[] = [];
  readonly headers: string[] = [];
  readonly #privateKey: KeyObject;
  readonly #server: Server;
  readonly #files = new Map<string, string>();
  readonly #redirects = new Map<string, string>();

  private constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.publicKey = String(publicKey.export({ type: 'spki', format: 'pem' }));
    this.#privateKey = privateKey;
    this.#server = createServer(({ url = '', headers }, response) => {
      const path = decodeURIComponent(url.split('?')[0] ?? '');
      this.requests.push(path);
      this.headers.push(...Object.keys(headers));
      const elsewhere = this.#redirects.get(path);
      if (elsewhere) response.writeHead(302, { location: elsewhere }).end();
      else response.writeHead(this.#files.has(path) ? 200 : 404).end(this.#files.get(path));
    });
  }

  static async start(): Promise<UpdateFeed> {
    const feed = new UpdateFeed();
    feed.#server.listen(0, '127.0.0.1');
    await once(feed.#server, 'listening');
    return feed;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Puts a version there as it should be: program, hash, signature. Answers the path of the program. */
  offer({ version, program, staging }: Offer): string {
    this.#redirects.clear();
    const name = `openclaw-sync-${version}.AppImage`;
    const sha512 = createHash('sha512').update(program).digest('base64');
    const file = `  - url: ${name}\n    sha512: ${sha512}\n    size: ${program.length}\n`;
    const share = staging === undefined ? '' : `stagingPercentage: ${staging}\n`;
    this.#files.set(`/${name}`, program);
    this.sign(
      `version: ${version}\nfiles:\n${file}path: ${name}\nsha512: ${sha512}\n${share}releaseDate: '2026-11-23T12:00:00.000Z'\n`,
    );
    return `/${name}`;
  }

  /** Any feed, with a signature that fits it. */
  sign(feed: string): void {
    this.#files.set(FEED, feed);
    this.#files.set(`${FEED}.sig`, sign(null, Buffer.from(feed), this.#privateKey).toString('base64'));
  }

  /** Changes a file behind the publisher's back. */
  tamper(path: string, change: (text: string) => string): void {
    this.#files.set(path, change(this.#files.get(path) ?? ''));
  }

  redirect(path: string, url: string): void {
    this.#redirects.set(path, url);
  }

  /** Which paths of programs were asked for since the last time that this was asked. */
  programsAskedFor(): readonly string[] {
    return this.requests.splice(0).filter((path) => path.endsWith('.AppImage'));
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }
}
