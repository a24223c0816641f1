/** What is costly to make and not always needed, as the formatters of Intl: made when it is first asked for, then kept. */
export function atFirstUse<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
