import { execFileSync } from 'node:child_process';

/** Mounts, and takes everything back when the test is over, whatever became of it. */
export class Mounts implements Disposable {
  readonly #targets: string[] = [];

  /** A disk in memory that is full soon. */
  tmpfs(target: string, size: string): void {
    this.#mount(target, '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', target);
  }

  resize(target: string, size: string): void {
    execFileSync('mount', ['-o', `remount,size=${size}`, target]);
  }

  /** A folder under a second name. */
  bind(source: string, target: string): void {
    this.#mount(target, '--bind', source, target);
  }

  makeReadOnly(target: string): void {
    execFileSync('mount', ['-o', 'remount,bind,ro', target]);
  }

  unmount(target: string): void {
    execFileSync('umount', ['--lazy', target]);
    this.#targets.splice(this.#targets.lastIndexOf(target), 1);
  }

  [Symbol.dispose](): void {
    for (const target of [...this.#targets].reverse()) this.unmount(target);
  }

  #mount(target: string, ...args: readonly string[]): void {
    execFileSync('mount', args);
    this.#targets.push(target);
  }
}
