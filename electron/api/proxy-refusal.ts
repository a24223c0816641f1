/** A proxy answered, and said no: there is no other way to try, since that is its owner's decision. */
export class ProxyRefusal extends Error {
  readonly status: number;
  /** The ways of signing in that it offers, in small letters. */
  readonly schemes: readonly string[];

  constructor(status: number, schemes: readonly string[]) {
    super(`the proxy answered ${status}`);
    this.name = 'ProxyRefusal';
    this.status = status;
    this.schemes = schemes;
  }
}
