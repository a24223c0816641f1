/** An error as the kernel gives it. */
export function errno(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'simulated' });
}
