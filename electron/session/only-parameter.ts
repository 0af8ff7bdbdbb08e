/** The value of a parameter that stands exactly once and is not empty (RFC 6749 §3.1). */
export function onlyParameter(parameters: URLSearchParams, name: string): string | null {
  const values = parameters.getAll(name);
  const [value] = values;
  return values.length === 1 && value !== undefined && value !== '' ? value : null;
}
