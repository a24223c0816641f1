import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCli } from '../../../electron/cli/run-cli.ts';
import type { GiipContent } from '../../../electron/rehearsal/giip-store.ts';
import { openSqliteState } from '../../../electron/stores/sqlite-state.ts';
import type { TestGiip } from '../../giip-server/start-test-giip.ts';
import { Machine, type SyncJson } from '../../scenario/support/machine.ts';
import { readFiles } from '../../scenario/support/read-tree.ts';
import type { Act, Deeds, Story } from '../stories/story.ts';
import type { AtRest, Bench, Standing } from './bench.ts';

const ITEMS = ['docs', 'configs'] as const;

/** A real folder, a real database and a real server on which one story is told again and again. */
export class DiskBench implements Bench {
  readonly giip: TestGiip;
  readonly machine: Machine;
  #start: GiipContent;
  #words: readonly string[] = [];

  constructor(giip: TestGiip, machine = new Machine(giip.url)) {
    this.giip = giip;
    this.machine = machine;
    this.#start = giip.content();
  }

  /** What stands in the folder; whatever is in it counts, under whatever name. */
  here(): readonly Standing[] {
    const { workspace } = this.machine;
    return ITEMS.filter((folder) => existsSync(join(workspace, folder))).flatMap((folder) =>
      readFiles(join(workspace, folder)).map(
        ([name, bytes]) => [`${folder}/${name}`, bytes.toString()] as const,
      ),
    );
  }

  there(): readonly Standing[] {
    const { docs, configs } = this.giip.content();
    return [...docs, ...[...configs].map(([key, source]) => [`configs/${key}`, source] as const)];
  }

  /** Read from the database itself, which must open. */
  kept(): readonly Standing[] {
    const file = this.database();
    if (file === undefined) return [];
    const opened = openSqliteState(file);
    if (!opened.ok) throw new Error(`the database does not open: ${JSON.stringify(opened.error)}`);
    const { history, contents } = opened.value;
    const kept = history.list().flatMap(({ id, path }) => {
      const content = history.content(id);
      const version = content && contents.get(content.id);
      return version === undefined ? [] : [[path, version] as const];
    });
    opened.value.close();
    return kept;
  }

  database(): string | undefined {
    const folder = join(this.machine.stateDir, 'state');
    const name = existsSync(folder) && readdirSync(folder).find((entry) => entry.endsWith('.db'));
    return name ? join(folder, name) : undefined;
  }

  /** Files of ours in the folder; null when our folder is gone, as it should be. */
  staging(): readonly string[] | null {
    const folder = join(this.machine.workspace, '.openclaw-sync');
    return existsSync(folder) ? readdirSync(folder) : null;
  }

  people({ here = {}, there = {} }: Deeds): void {
    for (const [path, content] of Object.entries(here)) {
      if (content === null) this.machine.remove(path);
      else this.machine.write(path, content);
    }
    for (const [path, content] of Object.entries(there)) this.#onGiip(path, content);
  }

  #onGiip(path: string, content: string | null): void {
    const key = path.replace(/^configs\//, '');
    const [set, remove] =
      key === path ? (['setDoc', 'removeDoc'] as const) : (['setConfig', 'removeConfig'] as const);
    if (content === null) this.giip[remove](key);
    else this.giip[set](key, content);
  }

  /** Tells the story up to its act, and remembers this start. */
  async begin(story: Story): Promise<void> {
    this.#empty();
    this.giip.rollbackTo({ docs: new Map(), configs: new Map() });
    for (const step of [story.base && { here: story.base }, story.before]) {
      if (step === undefined) continue;
      this.people(step);
      await this.run(['sync']);
    }
    this.people(story.deeds);
    this.#words = this.#wordsOf(story.act);
    this.#start = this.giip.content();
    for (const [from, to] of this.#copies()) if (existsSync(from)) cpSync(from, to, { recursive: true });
  }

  /** Everything as it was when the act of the story began; the folder itself stays the same one. */
  reset(): void {
    for (const [to, from] of this.#copies()) {
      rmSync(to, { recursive: true, force: true });
      if (existsSync(from)) cpSync(from, to, { recursive: true, preserveTimestamps: true });
    }
    rmSync(join(this.machine.workspace, '.openclaw-sync'), { recursive: true, force: true });
    this.giip.heal();
    this.giip.rollbackTo(this.#start);
  }

  /** The command of the act, as it is typed. */
  get words(): readonly string[] {
    return [...this.#words.slice(0, 1), ...this.machine.connection, ...this.#words.slice(1), '--json'];
  }

  /** A command without a process of its own. */
  async run(words: readonly string[]): Promise<SyncJson & { readonly code: number }> {
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    stderr.resume();
    const [command = '', ...rest] = words;
    const argv = [command, ...this.machine.connection, ...rest, '--json'];
    const code = await runCli(argv, this.machine.environment, { stdin, stdout, stderr });
    stdout.end();
    return { ...(JSON.parse(await text(stdout)) as SyncJson), code };
  }

  act(): Promise<{ readonly code: number }> {
    return this.run(this.#words);
  }

  /** A sync that must neither write nor send. */
  async idle(): Promise<AtRest> {
    const puts = this.#puts();
    const { code, error, verified, pulled, pushed, merged } = await this.run(['sync']);
    const sent = this.#puts() === puts ? [] : ['a request that writes'];
    const left = this.staging() === null ? [] : ['files in our folder'];
    const moved = [...pulled, ...pushed, ...merged, ...sent, ...left];
    return { code, error: error?.code, isVerified: verified, moved };
  }

  #puts(): number {
    return this.giip.requests.filter(({ call }) => call === 'put').length;
  }

  #copies(): readonly (readonly [string, string])[] {
    const { workspace, stateDir, root } = this.machine;
    const items = ITEMS.map((name) => [join(workspace, name), join(root, 'start', name)] as const);
    return [...items, [stateDir, join(root, 'start', 'state')]];
  }

  #empty(): void {
    for (const places of this.#copies())
      for (const place of places) rmSync(place, { recursive: true, force: true });
  }

  #wordsOf(act: Act): readonly string[] {
    if (act.act === 'sync') return ['sync'];
    if (act.act === 'approve') return ['sync', '--approve'];
    if (act.act === 'restore') return ['restore', act.path, '--version', this.#oldest(act.path)];
    if ('take' in act) return ['resolve', act.path, '--take', act.take];
    const file = join(this.machine.root, 'own-text');
    writeFileSync(file, act.text);
    return ['resolve', act.path, '--file', file];
  }

  #oldest(path: string): string {
    const file = this.database();
    const opened = file === undefined ? undefined : openSqliteState(file);
    if (!opened?.ok) throw new Error('there is no database yet');
    const id = opened.value.history.list(path).at(-1)?.id ?? '';
    opened.value.close();
    return id;
  }
}
