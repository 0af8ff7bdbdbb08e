import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

const SHARED = resolve(import.meta.dirname, '../../../../../shared');
export const SCHEMA_FILES = [
  'fixed-spotify-open-api.yml',
  'official-spotify-open-api.yml',
] as const;

export function sharedDataIsThere(): boolean {
  return existsSync(resolve(SHARED, 'openapi', SCHEMA_FILES[0]));
}

export function recordedBody(name: string): unknown {
  return JSON.parse(readFileSync(resolve(SHARED, 'recorded-payloads', `${name}.json`), 'utf8'));
}

type Json = { readonly [name: string]: unknown };

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * OpenAPI's `discriminator` as plain JSON Schema, so that a wrong track is reported as a wrong
 * track and not as "neither track nor episode".
 */
function plainSchema(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(plainSchema);
  }
  if (!isObject(value)) {
    return value;
  }
  const { discriminator, oneOf, example, ...rest } = value;
  const plain = Object.fromEntries(
    Object.entries(rest).map(([name, part]) => [name, plainSchema(part)]),
  );
  if (discriminator === undefined || !Array.isArray(oneOf)) {
    return oneOf === undefined ? plain : { ...plain, oneOf: plainSchema(oneOf) };
  }
  const [track, episode] = oneOf;
  const isEpisode = { required: ['type'], properties: { type: { const: 'episode' } } };
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits a schema
  return { ...plain, if: isEpisode, then: plainSchema(episode), else: plainSchema(track) };
}

/** Finds what in a body does not fit Spotify's schema. */
export class SchemaCheck {
  readonly #ajv: Ajv;
  readonly #components: unknown;

  constructor(file: (typeof SCHEMA_FILES)[number]) {
    const document: unknown = parse(readFileSync(resolve(SHARED, 'openapi', file), 'utf8'));
    this.#ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(this.#ajv);
    this.#components = plainSchema(isObject(document) ? document.components : undefined);
    this.#ajv.addSchema({ $id: 'spotify', components: this.#components });
  }

  /** Every name that is a property anywhere in the schema. */
  fieldNames(): string[] {
    const names: string[] = [];
    const visit = (value: unknown): void => {
      if (isObject(value) && isObject(value.properties)) {
        names.push(...Object.keys(value.properties));
      }
      for (const part of isObject(value)
        ? Object.values(value)
        : Array.isArray(value)
          ? value
          : []) {
        visit(part);
      }
    };
    visit(this.#components);
    return names;
  }

  /** `response`: a name below `components/responses`. */
  findings(response: string, body: unknown): string[] {
    const pointer = `responses/${response}/content/application~1json/schema`;
    const validate: ValidateFunction | undefined = this.#ajv.getSchema(
      `spotify#/components/${pointer}`,
    );
    if (validate === undefined) {
      throw new Error(`The schema has no ${pointer}`);
    }
    validate(body);
    const found = (validate.errors ?? [])
      // The reason stands in a line of its own.
      .filter((error) => error.keyword !== 'if')
      .map((error) => `${placeOf(error.instancePath, body)}: ${error.message}`);
    return [...new Set(found)];
  }
}

/**
 * Where it is, without numbers and without what differs between old and new field names, and with
 * the kind of the item it is in. A whole object is named by its type, a whole entry `row`.
 */
function placeOf(path: string, body: unknown): string {
  const words: string[] = [];
  let at: unknown = body;
  for (const step of path.split('/').slice(1)) {
    at = isObject(at) || Array.isArray(at) ? (at as Json)[step] : undefined;
    if (step === 'item' || step === 'track' || step === 'episode') {
      words.push(kindOf(at));
    } else if (!/^\d+$/.test(step) && step !== 'items' && step !== 'tracks') {
      words.push(step);
    }
  }
  if (words.length > 0 || at === undefined) {
    return words.join('/');
  }
  return isObject(at) && typeof at.type === 'string' ? at.type : path === '' ? '' : 'row';
}

function kindOf(item: unknown): string {
  if (!isObject(item)) {
    return 'item';
  }
  return item.is_local === true ? 'local' : String(item.type);
}
