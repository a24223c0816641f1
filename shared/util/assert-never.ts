/** Makes a switch exhaustive: a new member of the union is a compile error, and loud if it ever gets here. */
export function assertNever(value: never, what: string): never {
  throw new Error(`unknown ${what}: ${JSON.stringify(value)}`);
}
