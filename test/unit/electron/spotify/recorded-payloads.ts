import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../../../../../shared/recorded-payloads');

/** Whether the bodies recorded from the live Web API lie beside the project. */
export const hasRecordedPayloads = existsSync(FOLDER);

if (!hasRecordedPayloads) {
  process.stdout.write(`Skipped: no recorded bodies in ${FOLDER}\n`);
}

export function recordedText(name: string): string {
  return readFileSync(join(FOLDER, `${name}.json`), 'utf8');
}

export function recorded(name: string): unknown {
  const body: unknown = JSON.parse(recordedText(name));
  return body;
}

/** The names of all recorded bodies. */
export function recordedNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'));
}
