import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { z } from 'zod';

const FOLDER = resolve(import.meta.dirname, '../../../shared/openapi');
/** Spotify's own schema of its Web API, and the same with a public repository's corrections. */
const FILES = ['official-spotify-open-api.yml', 'fixed-spotify-open-api.yml'];

export const hasOpenApiSchemas = FILES.every((file) => existsSync(resolve(FOLDER, file)));
if (!hasOpenApiSchemas) {
  process.stdout.write(`Skipped: no OpenAPI schemas in ${FOLDER}\n`);
}

export interface RequestMade {
  readonly method: string;
  /** Below the API's base address, as it was sent: `/me/tracks` */
  readonly path: string;
  /** As it was sent, without the question mark. */
  readonly query: string;
}

const valueSchema = z.looseObject({
  type: z.string().optional(),
  description: z.string().optional(),
});
const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  deprecated: z.boolean().optional(),
  schema: valueSchema,
});
type Parameter = z.infer<typeof parameterSchema>;
const operationSchema = z.object({
  deprecated: z.boolean().optional(),
  parameters: z.array(z.unknown()).optional(),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ parameters: z.record(z.string(), z.unknown()) }),
});
type Document = z.infer<typeof documentSchema>;

let documents: ReadonlyMap<string, Document> | null = null;
const ajv = new Ajv({ strict: false, coerceTypes: true, validateFormats: false });

/**
 * What is wrong with a request by either schema; an empty list when nothing is. Looks at the path,
 * the method, the query (known names, types, bounds, and the limits that the schemas give only in
 * words), and at what is marked deprecated.
 */
export function checkRequest(request: RequestMade): readonly string[] {
  documents ??= new Map(
    FILES.map((file) => {
      const text = readFileSync(resolve(FOLDER, file), 'utf8');
      return [file, documentSchema.parse(parse(text))];
    }),
  );
  return [...documents].flatMap(([file, document]) =>
    problemsIn(document, request).map((problem) => `${file}: ${problem}`),
  );
}

/** The path of the schema that a request's path fills; null where there is none. */
export function templateOf(request: RequestMade): string | null {
  checkRequest(request);
  const document = documents?.get(FILES[0] ?? '');
  return document === undefined ? null : matching(Object.keys(document.paths), request.path);
}

function problemsIn(document: Document, { method, path, query }: RequestMade): readonly string[] {
  const template = matching(Object.keys(document.paths), path);
  if (template === null) {
    return [`no such path: ${path}`];
  }
  const operation = operationSchema.safeParse(document.paths[template]?.[method.toLowerCase()]);
  if (!operation.success) {
    return [`${template}: no ${method}`];
  }
  const shared = document.paths[template]?.parameters;
  const given = [...(Array.isArray(shared) ? shared : []), ...(operation.data.parameters ?? [])];
  const parameters = given
    .map((parameter) => resolved(document, parameter))
    .filter((parameter) => parameter.in === 'query');
  return [
    ...(operation.data.deprecated === true ? ['deprecated'] : []),
    ...queryProblems(new URLSearchParams(query), parameters),
  ].map((problem) => `${method} ${template}: ${problem}`);
}

function resolved(document: Document, parameter: unknown): Parameter {
  const reference = z.object({ $ref: z.string() }).safeParse(parameter);
  return parameterSchema.parse(
    reference.success
      ? document.components.parameters[reference.data.$ref.split('/').at(-1) ?? '']
      : parameter,
  );
}

function queryProblems(
  query: URLSearchParams,
  parameters: readonly Parameter[],
): readonly string[] {
  const problems: string[] = [];
  for (const name of new Set(query.keys())) {
    const parameter = parameters.find((candidate) => candidate.name === name);
    const values = query.getAll(name);
    if (parameter === undefined) {
      problems.push(`"${name}" is not in the schema`);
    } else if (parameter.deprecated === true) {
      problems.push(`"${name}" is deprecated`);
    } else if (values.length > 1) {
      problems.push(`"${name}" is there ${values.length} times`);
    } else {
      problems.push(...valueProblems(parameter, values[0] ?? ''));
    }
  }
  for (const { name, required } of parameters) {
    if (required === true && !query.has(name)) {
      problems.push(`"${name}" is missing`);
    }
  }
  return problems;
}

function valueProblems({ name, schema }: Parameter, value: string): readonly string[] {
  const problems: string[] = [];
  if (value === '') {
    problems.push(`"${name}" is empty`);
  }
  const data = { [name]: value };
  if (!ajv.validate({ type: 'object', properties: { [name]: schema } }, data)) {
    problems.push(`"${name}" is ${value}: ${ajv.errorsText()}`);
  }
  const inWords = schema.description ?? '';
  const most = numberAfter(/Maximum(?: offset)?: ([\d.]+)/, inWords);
  const least = numberAfter(/Minimum: (\d+)/, inWords);
  const amount = schema.type === 'integer' ? Number(value) : value.split(',').length;
  if ((most !== null && amount > most) || (least !== null && amount < least)) {
    problems.push(`"${name}" is ${amount}: outside ${least ?? 'any'} to ${most ?? 'any'}`);
  }
  return problems;
}

/** "Maximum offset: 100.000\." is a hundred thousand. */
function numberAfter(pattern: RegExp, text: string): number | null {
  const digits = pattern.exec(text)?.[1]?.replaceAll('.', '');
  return digits === undefined || digits === '' ? null : Number(digits);
}

/** The template that a path fills; in these schemas no path fills two. */
function matching(templates: readonly string[], path: string): string | null {
  const fits = (template: string) =>
    new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path);
  return templates.find(fits) ?? null;
}
