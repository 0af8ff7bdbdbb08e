import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const FILE = resolve(
  import.meta.dirname,
  '../../../../../../shared/openapi/official-spotify-open-api.yml',
);

export const hasOpenApiSchema = existsSync(FILE);
if (!hasOpenApiSchema) {
  process.stdout.write(`Skipped: no OpenAPI schema at ${FILE}\n`);
}

const refSchema = z.object({ $ref: z.string() });
const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  deprecated: z.boolean().optional(),
  schema: z.object({
    type: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
});
type Parameter = z.infer<typeof parameterSchema>;
const documentSchema = z.object({
  paths: z.record(z.string(), z.object({ get: z.unknown().optional() })),
  components: z.object({ parameters: z.record(z.string(), parameterSchema) }),
});
const operationSchema = z.object({
  deprecated: z.boolean().optional(),
  parameters: z.array(z.union([refSchema, parameterSchema])).optional(),
});

/** Says what is wrong with a GET by Spotify's own schema; an empty list when nothing is. */
export function createRequestCheck(): (pathAndQuery: string) => string[] {
  const document = documentSchema.parse(parse(readFileSync(FILE, 'utf8')));
  return (pathAndQuery) => {
    const url = new URL(pathAndQuery, 'https://api.spotify.com');
    const template = matching(Object.keys(document.paths), url.pathname);
    if (template === null) {
      return [`${url.pathname}: no such path`];
    }
    const operation = operationSchema.safeParse(document.paths[template]?.get);
    if (!operation.success) {
      return [`${template}: no GET`];
    }
    const parameters = (operation.data.parameters ?? []).flatMap((parameter) => {
      if (!('$ref' in parameter)) {
        return [parameter];
      }
      const known = document.components.parameters[parameter.$ref.split('/').at(-1) ?? ''];
      return known === undefined ? [] : [known];
    });
    return [
      ...(operation.data.deprecated === true ? [`${template}: deprecated`] : []),
      ...queryFaults(
        url.searchParams,
        parameters.filter((parameter) => parameter.in === 'query'),
      ),
    ].map((fault) => `${template}: ${fault}`);
  };
}

function queryFaults(query: URLSearchParams, parameters: readonly Parameter[]): string[] {
  const faults: string[] = [];
  for (const [name, value] of query) {
    const parameter = parameters.find((candidate) => candidate.name === name);
    if (parameter === undefined || parameter.deprecated === true) {
      faults.push(`query "${name}" is not in the schema`);
      continue;
    }
    const { maximum, minimum, type } = parameter.schema;
    if (type === 'integer') {
      const number = Number(value);
      if (
        !Number.isInteger(number) ||
        number > (maximum ?? Number.POSITIVE_INFINITY) ||
        number < (minimum ?? Number.NEGATIVE_INFINITY)
      ) {
        faults.push(`query "${name}" is ${value}, outside ${minimum} to ${maximum}`);
      }
    }
  }
  for (const parameter of parameters) {
    if (parameter.required === true && !query.has(parameter.name)) {
      faults.push(`query "${parameter.name}" is missing`);
    }
  }
  return faults;
}

/** The template that a path fills; one with fewer placeholders goes first. */
function matching(templates: readonly string[], path: string): string | null {
  const fits = templates.filter((template) =>
    new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  );
  return fits.sort((a, b) => a.split('{').length - b.split('{').length)[0] ?? null;
}
