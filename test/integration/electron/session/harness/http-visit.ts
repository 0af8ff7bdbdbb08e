import { type IncomingHttpHeaders, request } from 'node:http';

export interface Visit {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request on a connection of its own, as a browser's first to a server. */
export function visit(
  address: string | URL,
  options: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<Visit> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { ...options, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}
