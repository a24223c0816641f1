#!/usr/bin/env node
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseFpmArguments } from './parse-fpm-arguments.mjs';
import { stageFiles } from './stage-files.mjs';
import { writeDeb } from './write-deb.mjs';
import { writeRpm } from './write-rpm.mjs';

/**
 * Stands in for fpm, which electron-builder would download: `CUSTOM_FPM_PATH` names this file. Packages are made with
 * the tools of the distributions themselves, `dpkg-deb` and `rpmbuild`.
 */
const writers = new Map([
  ['deb', writeDeb],
  ['rpm', writeRpm],
]);

const order = parseFpmArguments(process.argv.slice(2));
const write = writers.get(order.format);
if (!write) throw new Error(`Packages of the kind ${order.format} are not made here.`);
const work = mkdtempSync(join(dirname(order.output), '.package-'));
try {
  const stage = join(work, 'root');
  stageFiles(order.files, stage);
  write(order, stage);
} finally {
  rmSync(work, { recursive: true, force: true });
}
