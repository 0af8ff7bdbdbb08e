/** The system's word for a failure, as ENOENT; it quotes nothing. `unknown` where there is none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown';
}
